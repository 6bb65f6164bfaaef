import type { Places } from './route-table';

/** What is sent to a route that changes something: whether it asks for a version, and a body that is right otherwise. */
interface Change {
  isVersioned: boolean;
  body: (at: Places) => Record<string, unknown>;
}

const once = (body: Change['body'] = () => ({})): Change => ({ isVersioned: false, body });
const versioned = (body: Change['body'] = () => ({})): Change => ({ isVersioned: true, body });

const effort = (at: Places) => ({
  text: 'The court opened a unit.',
  happenedOn: '2009-10-12',
  ranBy: 'government',
  recommendationIds: [at.recommendation],
});
const figure = () => ({ from: '2009-05-01', until: '2009-10-31', term: 'Cases', count: '4', unit: 'cases' });
const reply = { kind: 'other', title: 'Reply', statutoryOn: '2009-12-15' };
const deadline = (at: Places) => ({ ...reply, ownerId: at.owner });
const plan = () => ({ countryId: 'FJI', cycleId: '2009', placementReason: 'no-increasing-efforts' });
const ask = () => ({ priority: 'high', text: 'Train the police.' });
const wording = () => ({ text: 'Train all police.' });
const reason = () => ({ reason: 'No longer needed.' });
const cable = () => ({ text: 'no cable' });
const milestone = () => ({ kind: 'post-report', nature: 'actual', on: '2009-11-20', source: 'a cable' });
const holiday = () => ({ on: '2009-12-03', name: 'Rest', source: 'a notice' });
const person = () => ({ email: 'x@example.gov', name: 'X', title: 'X', role: 'clearer' });

const TIER_ROWS = [{ line: 2, cells: { country: 'X', year: '2009', tier: '2' } }];

/** Every route that changes something. A route that is not here fails the matrix: say first whether it asks for a version. */
export const CHANGES: Record<string, Change> = {
  'POST /sign-in': once(() => ({ email: 'nobody@example.gov', password: 'wrong' })),
  'POST /sign-in/link': once(() => ({ link: 'wrong' })),
  'POST /sign-in/demo': once(() => ({ person: 'nobody' })),
  'POST /sign-out': once(),
  'POST /log': once((at) => ({ ...effort(at), planId: at.plan })),
  'POST /efforts/:id': versioned(effort),
  'POST /efforts/:id/withdraw': versioned(reason),
  'POST /efforts/:id/restore': versioned(),
  'POST /efforts/:id/move': versioned((at) => ({ ...effort(at), planId: at.plan })),
  'POST /plans': once(plan),
  'POST /plans/:id/placement': once(() => ({ placementConfirmed: 'yes' })),
  'POST /plans/import': once(cable),
  'POST /plans/import/confirm': once(() => ({ ...plan(), ...cable() })),
  'POST /plans/:id/recommendations': once(ask),
  'POST /plans/:planId/deadlines': once((at) => ({ ...deadline(at), place: 'washington' })),
  'POST /plans/:planId/deadlines/milestones': once(),
  'POST /plans/:planId/narrative/scale': versioned(() => ({ scaleWord: 'some' })),
  'POST /plans/:planId/cable-header': versioned(() => ({ precedence: 'PRIORITY' })),
  'POST /plans/:planId/papers': once(() => ({ kind: 'talking-points' })),
  'POST /plans/:planId/statistics': once(figure),
  'POST /statistics/:id': versioned(figure),
  'POST /statistics/:id/withdraw': versioned(reason),
  'POST /statistics/:id/restore': versioned(),
  'POST /recommendations/:id/edit': versioned(wording),
  'POST /recommendations/:id/drop': versioned(reason),
  'POST /recommendations/:id/restore': versioned(reason),
  'POST /deadlines/:id/meet': versioned(() => ({ on: '2009-11-03' })),
  'POST /deadlines/:id/move': versioned(() => ({ statutoryOn: '2009-12-15', movedBecause: 'Snow.' })),
  'POST /deadlines/:id/reassign': versioned((at) => ({ ownerId: at.owner })),
  'POST /deadlines/:id/reopen': versioned(reason),
  'POST /deadlines/:id/waive': versioned(reason),
  // Papers are never changed and a release is bound to the hash of a text: neither has a version.
  'POST /papers/:id/propose': once(),
  'POST /papers/:id/confirm': once(),
  'POST /papers/:id/refuse': once(reason),
  // What follows sets a whole fact or closes a thing for good: the last word holds, and the trail keeps the earlier ones.
  'POST /account/password': once(() => ({ password: 'four plain words together' })),
  'POST /account/tokens': once(() => ({ label: 'x', days: '1' })),
  'POST /account/tokens/:id/revoke': once(),
  'POST /account/sessions/:id/end': once(),
  'POST /notices/:id/read': once(),
  'POST /sending/resume': once(),
  'POST /api/v1/sending/resume': once(),
  'POST /people': once(person),
  'POST /people/:id/link': once(),
  'POST /people/:id/edit': versioned(() => ({ ...person(), postsFrom: '2009-11-04' })),
  'POST /people/:id/close': once(),
  'POST /people/:id/reopen': once(),
  'POST /register/countries/:countryId/lead-post': once(),
  'POST /register/posts/:postId/work-weeks': once(() => ({ weekend: ['6'], source: 'x' })),
  'POST /register/posts/:postId/zone': once(() => ({ zone: 'Asia/Tashkent', source: 'x' })),
  'POST /register/posts/:postId/holidays': once(holiday),
  'POST /register/posts/:postId/holidays/:holidayId/remove': once(),
  'POST /register/cycles': once(() => ({ reportYear: '2031' })),
  'POST /register/cycles/:cycleId/milestones': once(milestone),
  'POST /register/import/check': once(() => ({ kind: 'tiers', text: 'country,year,tier\nX,2009,2' })),
  'POST /register/import': once(() => ({ kind: 'tiers', text: 'country,year,tier\nX,2009,2' })),
  'POST /api/v1/notices/:id/read': once(),
  'POST /api/v1/plans': once(plan),
  'POST /api/v1/plans/:id/placement': once(() => ({ placementConfirmed: true })),
  'POST /api/v1/plans/:planId/recommendations': once(ask),
  'POST /api/v1/recommendations/:id/reword': versioned(wording),
  'POST /api/v1/recommendations/:id/drop': versioned(reason),
  'POST /api/v1/recommendations/:id/restore': versioned(reason),
  'POST /api/v1/cables/check': once(cable),
  'POST /api/v1/cables/import': once(() => ({ ...plan(), ...cable() })),
  'PUT /api/v1/plans/:planId/cable-header': versioned(() => ({ precedence: 'PRIORITY' })),
  'POST /api/v1/plans/:planId/papers': once(() => ({ kind: 'talking-points' })),
  'POST /api/v1/papers/:id/release/propose': once(),
  'POST /api/v1/papers/:id/release/confirm': once(),
  'POST /api/v1/papers/:id/release/refuse': once(reason),
  'POST /api/v1/plans/:planId/efforts': once(effort),
  'PUT /api/v1/efforts/:id': versioned(effort),
  'POST /api/v1/efforts/:id/withdraw': versioned(reason),
  'POST /api/v1/efforts/:id/restore': versioned(),
  'POST /api/v1/efforts/:id/move': versioned((at) => ({ ...effort(at), planId: at.plan })),
  'POST /api/v1/plans/:planId/statistics': once(figure),
  'PUT /api/v1/statistics/:id': versioned(figure),
  'POST /api/v1/statistics/:id/withdraw': versioned(reason),
  'POST /api/v1/statistics/:id/restore': versioned(),
  'POST /api/v1/plans/:planId/deadlines': once(deadline),
  'POST /api/v1/plans/:planId/deadlines/from-milestones': once(),
  'POST /api/v1/deadlines/:id/move': versioned(() => ({ statutoryOn: '2009-12-15' })),
  'POST /api/v1/deadlines/:id/meet': versioned(() => ({ on: '2009-11-03' })),
  'POST /api/v1/deadlines/:id/waive': versioned(reason),
  'POST /api/v1/deadlines/:id/reopen': versioned(reason),
  'POST /api/v1/deadlines/:id/reassign': versioned((at) => ({ ownerId: at.owner })),
  'PUT /api/v1/plans/:planId/narrative/scale': versioned(() => ({ scaleWord: 'some' })),
  'PUT /api/v1/countries/:countryId/lead-post': once(() => ({ postId: null })),
  'POST /api/v1/posts/:postId/work-weeks': once(() => ({ from: null, weekend: [6], source: 'x' })),
  'PUT /api/v1/posts/:postId/zone': once(() => ({ zone: 'Asia/Tashkent', source: 'x' })),
  'POST /api/v1/posts/:postId/holidays': once(holiday),
  'DELETE /api/v1/holidays/:holidayId': once(),
  'POST /api/v1/cycles': once(() => ({ reportYear: 2031 })),
  'POST /api/v1/cycles/:cycleId/milestones': once(milestone),
  'POST /api/v1/register/import': once(() => ({ kind: 'tiers', preview: true, rows: TIER_ROWS })),
  'POST /api/v1/people': once(person),
  'POST /api/v1/people/:id/links': once(),
  'PATCH /api/v1/people/:id': versioned(() => ({ name: 'X' })),
  'POST /api/v1/people/:id/close': once(),
  'POST /api/v1/people/:id/reopen': once(),
};
