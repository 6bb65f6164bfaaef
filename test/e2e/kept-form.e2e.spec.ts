import { Actor, Keys, OwnPassword, SYSTEM_ACTOR, Users } from '@demarche/access';
import { Efforts } from '@demarche/progress';
import { DATABASES } from '../support/database';
import { idIn, openSeason, readText, type Season } from '../support/season';
import { type Answer, type Browser, type Fields, type OpenWeb, openTestWeb } from '../support/web';

const PHRASE = 'violet harbour lantern seven';
const HOUR = 3_600_000;
const NASTY = `First line\r\n  <b>second</b> & “third” 'x' \`y\` =z\r\n\r\n${'ж'.repeat(2_000)}`;
const LONG = 'One line of a long account, as an officer types it.\r\n'.repeat(3_900);

describe.each(DATABASES)('a form that comes after its session or its page has run out, on %s', (kind) => {
  let web: OpenWeb;
  let season: Season;

  beforeAll(async () => {
    web = await openTestWeb(kind);
    season = await openSeason(web);
    for (const { userId } of [season.desk, season.post]) {
      const actor = new Actor({ userId, name: 'x', role: 'desk-officer', postIds: [] });
      await web.app.get(OwnPassword).set(actor, { password: PHRASE, session: null, ownWords: [] });
    }
  });
  afterAll(() => web.close());

  /** Some forms of the house: who fills them in, where they stand, and what is typed and chosen. */
  const forms = (): {
    name: string;
    who: () => Browser;
    page: string;
    action: string;
    fields: Fields;
    shows: string[];
  }[] => [
    {
      name: 'an act',
      who: () => season.post,
      page: '/log',
      action: '/log',
      fields: {
        text: NASTY,
        happenedOn: '2009-10-12',
        ranBy: 'ngo',
        recommendationIds: season.recommendations[1] ?? '',
      },
      shows: ['type="date" value="2009-10-12"', 'value="ngo" checked'],
    },
    {
      name: 'a long act',
      who: () => season.post,
      page: `/log?plan=${season.planId}`,
      action: '/log',
      fields: { planId: season.planId, text: LONG, happenedOn: '2009-10-12', ranBy: 'government' },
      shows: ['value="government" checked'],
    },
    {
      name: 'a rewording',
      who: () => season.desk,
      page: `/recommendations/${season.recommendations[0]}/edit`,
      action: `/recommendations/${season.recommendations[0]}/edit`,
      fields: { text: NASTY, note: 'A note.', reason: 'Clearer.' },
      shows: ['value="Clearer."'],
    },
    {
      name: 'a recommendation',
      who: () => season.desk,
      page: `/plans/${season.planId}/recommendations/new`,
      action: `/plans/${season.planId}/recommendations`,
      fields: { text: NASTY, priority: 'other', pillar: 'protection', marking: 'SBU' },
      shows: ['value="protection" selected', 'value="other" checked'],
    },
    {
      name: 'a deadline',
      who: () => season.desk,
      page: `/plans/${season.planId}/deadlines/new`,
      action: `/plans/${season.planId}/deadlines`,
      fields: { title: 'Reply of the ministry', statutoryOn: '2009-12-01' },
      shows: ['value="Reply of the ministry"', 'value="2009-12-01"'],
    },
  ];

  describe.each([0, 1, 2, 3, 4])('form %i', (index) => {
    const form = () => forms()[index] as ReturnType<typeof forms>[number];

    it('whose session ended keeps its text, and stands there filled in after signing in', async () => {
      const { who, action, late } = await sendLate(form());
      expect(late.status).toBe(401);
      expect(readText(late.body)).toContain('Your session has ended');
      expect(readText(late.body)).not.toContain('recommendationIds');
      const [, name, value] =
        /<textarea[^>]*name="(kept\.\w+)" readonly>\n([^]*?)<\/textarea>/.exec(late.body) ?? [];
      expect(form().fields[name?.slice('kept.'.length) ?? '']).toBe(asText(value ?? ''));
      const shown = await who.post('/sign-in', {
        email: await addressOf(who),
        password: PHRASE,
        next: action,
        ...keptIn(late.body),
      });
      expectFilled(shown, form());
      expect(readText(shown.body)).toContain('It stands here as you filled it in');
      expect(shown.body).toContain(`action="${action}"`);
    });

    it('stands there too after signing in by another tab', async () => {
      const { who, late } = await sendLate(form());
      await who.signIn(await web.app.get(Keys).issueLink(SYSTEM_ACTOR, who.userId));
      const shown = await who.post(form().action, keptIn(late.body));
      expectFilled(shown, form());
      who.shown(shown);
      const saved = await who.submit(form().action, form().fields);
      expect([303, 422]).toContain(saved.status);
    });

    it('stands there when only its token is old', async () => {
      const who = form().who();
      await refresh(who);
      const shown = await who.post(form().action, { ...form().fields, csrf: 'old' });
      expectFilled(shown, form());
    });
  });

  it('saves what came late once it is sent again, to the last word', async () => {
    const who = season.post;
    await refresh(who);
    for (const text of [LONG.slice(0, 4_000), NASTY]) {
      const fields = { ...forms()[0]?.fields, text } as Fields;
      const shown = await who.post('/log', { ...fields, csrf: '' });
      who.shown(shown);
      const saved = await who.submit('/log', { ...fields, text: typedIn(shown.body) });
      const { text: kept } = await web.app.get(Efforts).one(season.deskActor, idIn(saved.location));
      // An act is one paragraph: its lines are joined when it is saved.
      expect(kept.split(/\s+/)).toEqual(text.trim().split(/\s+/));
    }
  });

  it('changes nothing while it waits to be looked over, and tells of a version that has moved on', async () => {
    const page = `/recommendations/${season.recommendations[2]}/edit`;
    await refresh(season.desk);
    const opened = await season.desk.get(page);
    const version = /name="version" value="(\d+)"/.exec(opened.body)?.[1] ?? '';
    await season.desk.submit(page, { text: 'Said in the meantime.' });
    const shown = await season.desk.post(page, { text: 'Said too late.', version, csrf: 'old' });
    expect(readText(shown.body)).toContain('Somebody else has changed this since you opened it');
    expect(readText((await season.desk.get(page)).body)).toContain('Said in the meantime.');
  });

  it('keeps the form through a sign-in that failed', async () => {
    const { who, late } = await sendLate(forms()[0] as ReturnType<typeof forms>[number]);
    who.shown(late);
    const failed = await who.post('/sign-in', {
      email: 'nobody@example.gov',
      password: 'wrong',
      next: '/log',
      ...keptIn(late.body),
    });
    expect(failed.status).toBe(422);
    expect(keptIn(failed.body)).toEqual(keptIn(late.body));
    expect(failed.body).not.toContain('wrong');
  });

  it('shows nothing of a form that another site sent, and no secret', async () => {
    const stranger = web.stranger();
    const planted = await stranger.post(
      '/plans',
      { note: 'planted words' },
      { 'sec-fetch-site': 'cross-site' },
    );
    expect(planted.status).toBe(401);
    expect(planted.body).not.toContain('planted words');
    const secret = await stranger.post('/account/password', { password: 'a phrase of mine', note: 'x y' });
    expect(secret.status).toBe(401);
    expect(secret.body).not.toContain('a phrase of mine');
  });

  async function refresh(who: Browser): Promise<void> {
    who.forget();
    await who.signIn(await web.app.get(Keys).issueLink(SYSTEM_ACTOR, who.userId));
  }

  async function sendLate(form: ReturnType<typeof forms>[number]) {
    const who = form.who();
    await refresh(who);
    await who.get(form.page);
    web.clock.advance(HOUR);
    return { who, action: form.action, late: await who.submit(form.action, form.fields) };
  }

  function expectFilled(shown: Answer, form: ReturnType<typeof forms>[number]): void {
    expect(shown.status).toBe(403);
    for (const part of form.shows) expect(shown.body).toContain(part);
    if (form.fields.text) expect(typedIn(shown.body)).toBe(form.fields.text);
    expect(shown.body).toMatch(/name="csrf" value="[0-9a-f]{64}"/);
  }

  async function addressOf(who: Browser): Promise<string> {
    const people = await web.app.get(Users).list(SYSTEM_ACTOR);
    return people.find(({ id }) => id === who.userId)?.email ?? '';
  }
});

/** The fields of a kept form as its page holds them. */
function keptIn(page: string): Fields {
  const found: Record<string, string[]> = {};
  const add = (name = '', value = '') => (found[name] = [...(found[name] ?? []), asText(value)]);
  for (const [, name, value] of page.matchAll(/<input [^>]*name="(kept\.\w+)" value="([^"]*)"[^>]*>/g))
    add(name, value);
  for (const [, name, value] of page.matchAll(
    /<textarea[^>]*name="(kept\.\w+)" readonly>\n([^]*?)<\/textarea>/g,
  ))
    add(name, value);
  return found;
}

/** What stands in the field `text` of a page. */
const typedIn = (page: string): string =>
  asText(/<textarea[^>]*id="text"[^>]*>\n([^]*?)<\/textarea>/.exec(page)?.[1] ?? '');

const asText = (html: string): string =>
  html
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#x27;/g, "'")
    .replace(/&#x60;/g, '`')
    .replace(/&#x3D;/g, '=')
    .replace(/&amp;/g, '&');
