import { PLAN_STEPS, planStep, stepLine } from './plan-steps';

const NOTHING = {
  hasPaper: false,
  hasProposal: false,
  hasGoneOut: false,
  hasEntry: false,
  hasReport: false,
};

describe('the step of a plan', () => {
  it('is draft while nothing has been made of it', () => {
    expect(planStep(NOTHING)).toBe('draft');
  });

  it('moves on with papers, their release, what is logged and what is reported', () => {
    expect(planStep({ ...NOTHING, hasPaper: true })).toBe('clear');
    expect(planStep({ ...NOTHING, hasPaper: true, hasProposal: true })).toBe('release');
    expect(planStep({ ...NOTHING, hasPaper: true, hasGoneOut: true })).toBe('deliver');
    expect(planStep({ ...NOTHING, hasEntry: true })).toBe('report');
    expect(planStep({ ...NOTHING, hasEntry: true, hasReport: true })).toBe('assess');
  });

  it('does not fall back when a newer paper is proposed after acts were logged', () => {
    expect(planStep({ ...NOTHING, hasPaper: true, hasProposal: true, hasEntry: true })).toBe('report');
  });

  it('says which of six steps it is and marks the ones behind as complete', () => {
    const line = stepLine('release');
    expect([line.number, line.total, line.name]).toEqual([3, PLAN_STEPS.length, 'Release']);
    expect(line.segments.map(({ state }) => state)).toEqual([
      'complete',
      'complete',
      'current',
      'ahead',
      'ahead',
      'ahead',
    ]);
  });
});
