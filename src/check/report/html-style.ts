/** The style sheet of a report: it follows the reader's light or dark screen, and prints without colour. */
export const reportStyle =
  ':root{color-scheme:light dark;--ink:#1a1a1a;--quiet:#4d4d4d;--paper:#fff;--ground:#f4f4f4;--line:#767676;' +
  '--error:#9b0d22;--warning:#7a4a00;--mark:#ffd7d7;--mark-ink:#7a0014}' +
  '@media screen and (prefers-color-scheme:dark){:root{--ink:#ececec;--quiet:#bdbdbd;--paper:#161616;--ground:#262626;' +
  '--line:#8c8c8c;--error:#ff9aa6;--warning:#f2b866;--mark:#5c1a24;--mark-ink:#ffd9dd}}' +
  '*{box-sizing:border-box}' +
  'body{font:1rem/1.5 system-ui,sans-serif;color:var(--ink);background:var(--paper);margin:0}' +
  'main{max-width:72rem;margin:0 auto;padding:1rem clamp(1rem,4vw,2.5rem) 3rem}' +
  'h1{font-size:1.75rem;line-height:1.2;margin:1rem 0 .5rem}h2{font-size:1.35rem;margin:2.5rem 0 .5rem}' +
  'h3{font-size:1rem;margin:0;overflow-wrap:anywhere}p{margin:.5rem 0;max-width:46rem;overflow-wrap:anywhere}' +
  'table{border-collapse:collapse;margin:1.5rem 0;width:100%}caption{text-align:start;font-weight:600;padding-bottom:.25rem}' +
  'th,td{text-align:start;vertical-align:top;padding:.4rem 1rem .4rem 0;border-top:1px solid var(--line)}' +
  'tbody th{font-weight:600;overflow-wrap:anywhere}td:nth-child(2){text-align:end;font-variant-numeric:tabular-nums}' +
  'summary{font-weight:600;cursor:pointer;padding:.6rem 0;overflow-wrap:anywhere}details{border-top:1px solid var(--line)}' +
  '.rule{border-inline-start:4px solid var(--line);padding-inline-start:1rem;margin-bottom:1rem;color:var(--quiet)}' +
  '.problem{display:grid;gap:.5rem 2rem;padding:1rem 0;border-top:1px dotted var(--line)}' +
  '.problem>*{min-width:0}.error h3{color:var(--error)}.warning h3{color:var(--warning)}' +
  'pre{background:var(--ground);margin:.5rem 0;padding:.6rem .8rem;white-space:pre-wrap;overflow-wrap:anywhere;border-radius:4px}' +
  'mark{background:var(--mark);color:var(--mark-ink);border-radius:2px}' +
  '.definitions{position:absolute}figure{margin:.5rem 0}figure svg{display:block;width:100%;height:auto;border:1px solid var(--line)}' +
  'figcaption{color:var(--quiet);font-size:.875rem;margin-top:.25rem}' +
  '@media (min-width:60rem){.problem.shown{grid-template-columns:minmax(0,1fr) minmax(0,30rem)}}' +
  '@media (max-width:40rem){table{font-size:.875rem}th,td{padding-inline-end:.6rem}tbody th{width:40%}}' +
  '@media print{body{font-size:10pt}main{padding:0}h2,summary,.rule{break-after:avoid}.rule{break-inside:avoid}.problem{break-inside:avoid}.problem.shown{grid-template-columns:1fr 7cm}' +
  'summary{list-style:none}pre{border:1px solid}mark{background:none;border:2px solid;color:inherit}}';
