import { PLAN_STEPS, type PlanSigns, planStep, stepLine } from './plan-steps';

const NOTHING: PlanSigns = {
  hasCable: false,
  hasPaper: false,
  hasProposal: false,
  hasRelease: false,
  hasDelivery: false,
  hasEntry: false,
  hasReport: false,
  hasAssessment: false,
  isAssessed: false,
};
const with_ = (...signs: (keyof PlanSigns)[]): PlanSigns => ({
  ...NOTHING,
  ...Object.fromEntries(signs.map((sign) => [sign, true])),
});
const filled = (signs: PlanSigns) =>
  PLAN_STEPS.filter((_step, place) => stepLine(signs).segments[place]?.state === 'complete');

describe('the step of a plan', () => {
  it.each([
    ['nothing', with_(), 'draft'],
    ['a paper', with_('hasPaper'), 'clear'],
    ['a proposal', with_('hasPaper', 'hasProposal'), 'release'],
    ['a release', with_('hasPaper', 'hasProposal', 'hasRelease'), 'deliver'],
    ['the cable it was made from', with_('hasCable'), 'deliver'],
    ['a delivery', with_('hasCable', 'hasDelivery'), 'report'],
    ['an entry', with_('hasCable', 'hasDelivery', 'hasEntry'), 'report'],
    ['a report', with_('hasCable', 'hasDelivery', 'hasReport'), 'assess'],
    ['an assessment', with_('hasCable', 'hasAssessment'), 'assess'],
    ['everything', with_('hasCable', 'hasDelivery', 'hasReport', 'hasAssessment', 'isAssessed'), 'assess'],
  ])('with %s is the one that this shows', (_what, signs, step) => {
    expect(planStep(signs)).toBe(step);
  });

  it.each([
    ['an entry without any paper', with_('hasEntry'), []],
    ['a report without any paper', with_('hasReport'), ['report']],
    ['an assessment alone', with_('hasAssessment'), []],
    ['a confirmed assessment alone', with_('hasAssessment', 'isAssessed'), ['assess']],
    [
      'a release and an entry',
      with_('hasPaper', 'hasProposal', 'hasRelease', 'hasEntry'),
      PLAN_STEPS.slice(0, 3),
    ],
    ['a cable and a report', with_('hasCable', 'hasReport'), ['draft', 'clear', 'release', 'report']],
  ])('fills with %s only the steps that have their own evidence', (_what, signs, steps) => {
    expect(filled(signs)).toEqual(steps);
  });

  it('says what is not on record of the steps before', () => {
    expect(stepLine(with_('hasEntry')).why).toBe(
      'Acts of the government are being logged; the post’s report is not in. ' +
        'Not on record: a paper, a proposal for release, a release and a delivery.',
    );
    expect(stepLine(with_('hasCable', 'hasReport')).why).toBe(
      'No interim assessment has been written yet. Not on record: a delivery.',
    );
    expect(stepLine(with_('hasCable')).why).toBe('No delivery to the government is on record.');
  });

  it('marks steps without evidence before the present one as missed, those after it as ahead', () => {
    const line = stepLine(with_('hasPaper', 'hasEntry'));
    expect([line.number, line.total, line.name]).toEqual([5, PLAN_STEPS.length, 'Report']);
    expect(line.segments.map(({ state }) => state)).toEqual([
      ...['complete', 'missed', 'missed', 'missed', 'current', 'ahead'],
    ]);
  });

  it('says at the end that it is done', () => {
    const all = with_('hasCable', 'hasDelivery', 'hasReport', 'hasAssessment', 'isAssessed');
    expect(stepLine(all).why).toBe('The interim assessment is written and released.');
    expect(filled(all)).toEqual([...PLAN_STEPS]);
  });
});
