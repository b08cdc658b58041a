import { describe, expect, it } from 'vitest';
import { plainText, walkDocument } from '../../src/document/walk.js';
import { documentOf, handout } from './parse-body.js';

describe('a walk through a document', () => {
  it('meets every node before what it holds', () => {
    const document = documentOf(
      handout(
        '<h1>a</h1><ul><li>b</li></ul><table><caption>c</caption><tbody><tr><td>d</td></tr></tbody></table>' +
          '<figure><img src="a.svg" alt="a"><figcaption>e</figcaption></figure><div class="columns"><div><hr></div></div>' +
          '<div class="do-dont"><section><p>f</p></section><section><p>g</p></section></div>',
      ),
    );
    const kinds = [...walkDocument(document)].map((node) => (node.kind === 'text' ? node.text : node.kind));
    expect(kinds.join(' ')).toBe(
      'heading a list list-item paragraph b table c table-row table-cell paragraph d figure e columns column rule ' +
        'do-dont section paragraph f section paragraph g',
    );
  });
});

describe('the plain text of inlines', () => {
  it('is what a person reads', () => {
    const [paragraph] = documentOf(
      handout('<p>a <strong>b <em>c</em></strong><br>d <bdi>4–6</bdi></p>'),
    ).children;
    expect(paragraph?.kind === 'paragraph' && plainText(paragraph.children)).toBe('a b c d 4–6');
  });
});
