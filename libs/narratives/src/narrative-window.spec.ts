import { Conflict } from '@demarche/base';
import { cycleMilestones, type Milestone } from '@demarche/rules';
import { coveredSpan } from './narrative-window';

const entered = (change: Partial<Milestone>): Milestone => ({
  kind: 'interim-window',
  nature: 'instructed',
  on: '2021-04-01',
  until: '2021-09-30',
  source: 'instruction',
  ...change,
});

describe('the span a narrative covers', () => {
  it('is May to November in 2009–10, told up to today while it runs', () => {
    const { window, asOf } = coveredSpan(cycleMilestones({ reportYear: 2009 }), '2009-11-04');
    expect(window).toMatchObject({ from: '2009-05-01', until: '2009-11-30' });
    expect(asOf).toBe('2009-11-04');
  });

  it('ends with the window once that is over', () => {
    expect(coveredSpan(cycleMilestones({ reportYear: 2009 }), '2010-01-05').asOf).toBe('2009-11-30');
  });

  it('runs to today where no cut-off has been entered', () => {
    const { window, asOf } = coveredSpan(cycleMilestones({ reportYear: 2021 }), '2021-12-24');
    expect(window).toMatchObject({ from: '2021-04-01', until: null });
    expect(asOf).toBe('2021-12-24');
  });

  it('takes an entered window before the computed one', () => {
    const milestones = [...cycleMilestones({ reportYear: 2021 }), entered({})];
    expect(coveredSpan(milestones, '2021-12-24')).toMatchObject({
      window: { until: '2021-09-30', source: 'instruction' },
      asOf: '2021-09-30',
    });
  });

  it('is refused in a year without a known window, and before the window opens', () => {
    expect(() => coveredSpan(cycleMilestones({ reportYear: 2014 }), '2014-12-01')).toThrow(Conflict);
    expect(() => coveredSpan(cycleMilestones({ reportYear: 2009 }), '2009-04-30')).toThrow(
      'The interim window opens on 2009-05-01',
    );
  });
});
