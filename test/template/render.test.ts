import { describe, expect, it } from 'vitest';
import { compileTemplates } from '../../src/template/compile.js';
import { renderTemplate } from '../../src/template/render.js';
import { templateSources, translatorWith } from './render-template.js';

const sources = templateSources({
  page: '{{#> layout title="A"}}\n<p>{{name}}</p>\n{{/layout}}',
  layout: '<h1>{{title}}</h1>\n{{> @partial-block}}',
});

describe('a rendering', () => {
  it('says of every tag which file, line and column wrote it', () => {
    const templates = compileTemplates(sources).value;
    const context = { data: { name: 'b' }, translator: translatorWith({}), namespace: 'series' };
    expect(templates.files).toEqual(['page.hbs', 'layout.hbs']);
    expect(renderTemplate(templates, 'page', context)).toEqual({
      value: '<h1 data-at="1:1:1">A</h1>\n<p data-at="0:2:1">b</p>\n',
      problems: [],
    });
  });

  it('does not depend on those before it', () => {
    const templates = compileTemplates(sources).value;
    const translator = translatorWith({});
    const write = (data: unknown): unknown =>
      renderTemplate(templates, 'page', { data, translator, namespace: 'series' });
    const first = write({ name: 'a' });
    write({});
    expect(write({ name: 'a' })).toEqual(first);
  });

  it('reads only the templates that it needs', () => {
    const broken = new Map([...sources, ['broken', { file: 'broken.hbs', text: '{{' }]]);
    const context = { data: { name: 'b' }, translator: translatorWith({}), namespace: 'series' };
    expect(renderTemplate(compileTemplates(broken).value, 'page', context).problems).toEqual([]);
  });

  it('gives nothing for a template with a mistake', () => {
    const context = { data: {}, translator: translatorWith({}), namespace: 'series' };
    const { value, problems } = renderTemplate(
      compileTemplates(templateSources({ page: 'a{{{b}}}' })).value,
      'page',
      context,
    );
    expect([value, problems.length]).toEqual(['', 1]);
  });
});
