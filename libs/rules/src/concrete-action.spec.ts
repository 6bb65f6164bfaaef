import { CONCRETE_ACTIONS, CREDIBLE_SOURCES } from './concrete-action';

describe('the statute’s lists', () => {
  it('hold nine kinds of action and seven kinds of source, each code once and in kebab-case', () => {
    expect(new Set(CONCRETE_ACTIONS).size).toBe(9);
    expect(new Set(CREDIBLE_SOURCES).size).toBe(7);
    for (const code of [...CONCRETE_ACTIONS, ...CREDIBLE_SOURCES]) expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
  });
});
