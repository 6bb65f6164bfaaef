import Handlebars from 'handlebars';
import { strictView } from './view-strictness';

const render = (source: string, model: object, helpers = {}) =>
  Handlebars.create().compile(strictView(source), { strict: true })(model, { helpers });

describe('a strict view', () => {
  it('refuses a name that the model lacks, wherever it stands, with its line', () => {
    for (const source of [
      'one\n{{#if titel}}x{{/if}}',
      'one\n{{#each rowz}}x{{/each}}',
      'one\n{{#if title}}{{#if plan.naem}}x{{/if}}{{/if}}',
      'one\n{{shout titel}}',
      'one\n{{#each rows}}{{#if ../titel}}x{{/if}}{{/each}}',
    ])
      expect(() =>
        render(
          source,
          { title: 'T', rows: [1], plan: { name: 'P' } },
          { shout: (text: string) => text.toUpperCase() },
        ),
      ).toThrow(/not defined in .* - 2:/);
  });

  it('lets be what is there and empty, and what the view calls optional', () => {
    const source =
      '{{!-- optional: hint problem.id --}}\n{{#if hint}}{{hint}}{{/if}}{{#if act}}x{{/if}}{{#if problem.id}}y{{/if}}.';
    expect(render(source, { act: null, problem: {} })).toBe('.');
  });

  it('reads loop variables and the thing itself as ever', () => {
    expect(render('{{#each rows}}{{@index}}{{this}}{{/each}}', { rows: ['a', 'b'] })).toBe('0a1b');
  });
});
