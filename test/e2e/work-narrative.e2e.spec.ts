import { PlanDrafting } from '@demarche/plans';
import { Efforts, Statistics } from '@demarche/progress';
import { DATABASES } from '../support/database';
import { openSeason, readText, type Season } from '../support/season';
import { openTestWeb, type OpenWeb } from '../support/web';

const FIGURE = { from: '2009-05-01', until: '2009-09-30', unit: 'cases', count: 6 } as const;

describe.each(DATABASES)('the assessment in a browser on %s', (kind) => {
  let web: OpenWeb;
  let season: Season;
  let path: string;
  const log = (told: object) =>
    web.app.get(Efforts).record(season.deskActor, {
      planId: season.planId,
      recommendationIds: [season.recommendations[0]],
      happenedOn: '2009-10-12',
      ranBy: 'government',
      text: 'The ministry opened a shelter.',
      ...told,
    });
  const sheet = (html: string) => readText(/<article[\s\S]*?<\/article>/.exec(html)?.[0] ?? '');

  beforeAll(async () => {
    web = await openTestWeb(kind);
    season = await openSeason(web);
    path = `/plans/${season.planId}/narrative`;
    await log({ source: 'Letter of the ministry' });
    await log({ text: 'A workshop was held.', ranBy: 'igo', paidBy: 'igo', governmentGave: ['premises'] });
    await log({ text: 'A play was shown.', ranBy: 'ngo', paidBy: 'us' });
    await log({ text: 'An old step.', happenedOn: '2009-02-01' });
    await log({ text: 'Clinics opened their doors.', recommendationIds: [season.recommendations[2]] });
    const figures = web.app.get(Statistics);
    const about = { planId: season.planId, recommendationId: season.recommendations[0] };
    await figures.record(season.deskActor, { ...about, ...FIGURE, term: 'handed on', basis: 'related' });
  });
  afterAll(() => web.close());

  it('shows each sentence with what it rests on, and what is missing', async () => {
    const { status, body } = await season.post.get(path);
    const text = readText(body);
    expect(status).toBe(200);
    expect(sheet(body)).toContain(
      'The Government of Tajikistan made [word of measure to be chosen] progress',
    );
    expect(sheet(body)).toContain('(SBU) On 12 October 2009, the ministry opened a shelter. 1');
    expect(sheet(body)).toContain('The government did not report action between 1 May and 4 November 2009');
    expect(text).toContain('1 Act of Mon 12 Oct 2009 Letter of the ministry');
    expect(text).toContain('A2 ○ Nothing was logged that counts.');
    expect(text).toContain('Would count with one more field: Act of Mon 12 Oct 2009');
    expect(text).toMatch(/Length \d+ words/);
    expect(text).toContain('Word of measure ◐ still open');
    expect(body).toContain('SENSITIVE BUT UNCLASSIFIED');
  });

  it('lists apart what was left out, each with the reason in words', async () => {
    const text = readText((await season.post.get(path)).body);
    expect(text).toContain('A workshop was held. It does not count yet: say what the government’s part was.');
    expect(text).toContain('A play was shown. It does not count for the government: somebody else ran it');
    expect(text).toContain('An old step. It happened outside the window of the assessment.');
    expect(text).toContain('handed on: 6 cases, Fri 1 May 2009 to Wed 30 Sep 2009. Refused: nobody has said');
    expect(text).toContain(
      'Credited acts that serve other recommendations Act of Mon 12 Oct 2009: Clinics opened',
    );
  });

  it('takes the word of measure from a desk officer, and from nobody else', async () => {
    expect((await season.post.get(path)).body).not.toContain('Save the word');
    await season.desk.get(path);
    const { location } = await season.desk.submit(`${path}/scale`, { scaleWord: 'limited' });
    expect(location).toBe(`${path}?done=scale-chosen`);
    expect(sheet((await season.desk.get(path)).body)).toContain('made limited progress');
    const csrf = /name="csrf" value="([^"]*)"/.exec((await season.post.get(path)).body)?.[1] ?? '';
    const refused = await season.post.post(`${path}/scale`, { csrf, version: '1', scaleWord: 'some' });
    expect(refused.status).toBe(403);
  });

  it('never overwrites a word that somebody else chose meanwhile, and asks for the version', async () => {
    const second = await web.browser('desk-officer');
    await season.desk.get(path);
    await second.get(path);
    await second.submit(`${path}/scale`, { scaleWord: 'modest' });
    const { status, body } = await season.desk.submit(`${path}/scale`, { scaleWord: 'significant' });
    expect(status).toBe(409);
    expect(readText(body)).toContain('Meanwhile another word was chosen.');
    expect(sheet(body)).toContain('made modest progress');
    expect(body).toMatch(/value="significant" selected/);
    expect((await season.desk.submit(`${path}/scale`, { scaleWord: 'some', version: '' })).status).toBe(428);
    expect((await season.desk.submit(`${path}/scale`, { scaleWord: 'huge', version: '2' })).status).toBe(422);
    expect(sheet((await season.desk.get(path)).body)).toContain('made modest progress');
  });

  it('leads to a paper that keeps it', async () => {
    await season.desk.get(path);
    const { status, location } = await season.desk.submit(`/plans/${season.planId}/papers`, {});
    expect(status).toBe(303);
    expect(readText((await season.desk.get(location ?? '')).body)).toContain('Interim assessment 1');
    const { body } = await season.post.get(path);
    const file = /href="(\/papers\/[^"]+\/file\.txt)"/.exec(body)?.[1] ?? '';
    expect((await season.post.get(file)).body).toContain('The Government of Tajikistan made modest progress');
  });

  it('objects to words that an assessment may not use, and takes nothing out', async () => {
    await log({
      text: 'The government hopes to leave Tier 2 soon.',
      recommendationIds: [season.recommendations[1]],
    });
    const { body } = await season.desk.get(path);
    expect(readText(body)).toContain('An interim assessment may not say this');
    expect(readText(body)).toContain('(“Tier 2” names a tier)');
    expect(body).not.toContain('Make a paper of it');
    expect(sheet(body)).toContain('the government hopes to leave Tier 2 soon');
  });

  it('says clearly that no window is known, and what to do', async () => {
    web.clock.set('2009-11-04T14:10:00.000Z');
    const plan = { countryId: 'TJK', cycleId: '2015', placementReason: 'no-increasing-efforts' } as const;
    const { id } = await web.app.get(PlanDrafting).create(season.deskActor, { ...plan, marking: 'U' });
    const { status, body } = await season.desk.get(`/plans/${id}/narrative`);
    expect(status).toBe(409);
    expect(readText(body)).toContain('No interim window is known for this cycle.');
    expect(readText(body)).toContain('An administrator enters it in the register');
    const list = readText((await season.desk.get('/assessments')).body);
    expect(list).toContain('2 plans, newest cycle first.');
    expect(list).toContain('Tajikistan 2015–16 ○ No window yet');
    expect(list).toContain('Tajikistan 2009–10 ▲ 1 objection 2 of 2');
  });

  it('parts the numbers of what one sentence rests on, and tells of one person', async () => {
    const figures = web.app.get(Statistics);
    const figure = {
      ...{ planId: season.planId, recommendationId: season.recommendations[0], term: 'convicted', count: 1 },
      ...({ unit: 'persons', category: 'conviction', basis: 'trafficking-offence' } as const),
    };
    await figures.record(season.deskActor, { ...figure, from: '2008-05-01', until: '2008-09-30' });
    await figures.record(season.deskActor, { ...figure, from: '2009-05-01', until: '2009-09-30' });
    await figures.record(season.deskActor, { ...figure, from: '2009-01-01', until: '2009-02-28' });
    const { body } = await season.post.get(path);
    expect(body).toMatch(/<sup><a href="#rests-\d">\d<\/a>, <a href="#rests-\d">\d<\/a><\/sup>/);
    expect(readText(body)).toContain('a conviction of 1 person');
    expect(readText(body)).toMatch(/1 person, .* 2008 to /);
    expect(readText(body)).not.toContain('1 persons');
  });

  it('is not there for another post', async () => {
    expect((await season.otherPost.get(path)).status).toBe(404);
    expect(readText((await season.otherPost.get('/assessments')).body)).toContain(
      'Each plan gets a narrative here',
    );
  });
});
