import { gzipSync } from 'node:zlib';
import { Deadlines } from '@demarche/deadlines';
import { KeptPapers, PaperMaking } from '@demarche/papers';
import { Efforts } from '@demarche/progress';
import { Review } from '@demarche/review';
import { DATABASES } from '../support/database';
import { openSeason, readText, type Season } from '../support/season';
import { openTestWeb, type OpenWeb } from '../support/web';

describe.each(DATABASES)('the homes in a browser on %s', (kind) => {
  let web: OpenWeb;
  let season: Season;
  const section = (html: string, title: string) => {
    const part = html.split('<section').find((one) => one.includes(title)) ?? '';
    return readText(`<section${part.split('</section>')[0]}`);
  };

  beforeAll(async () => {
    web = await openTestWeb(kind);
    season = await openSeason(web);
  });
  afterAll(() => web.close());

  it('lead from the door to today, or a stranger to the sign-in page', async () => {
    const stranger = await web.stranger().get('/');
    expect([stranger.status, stranger.location]).toEqual([303, '/sign-in']);
    const officer = await season.desk.get('/');
    expect([officer.status, officer.location]).toEqual([303, '/today']);
    expect((await web.stranger().get('/today')).location).toBe('/sign-in?next=%2Ftoday');
  });

  it('invite everybody while there is nothing to show', async () => {
    const clearer = await web.browser('clearer');
    expect(readText((await clearer.get('/today')).body)).toContain('Nothing waits for you.');
    expect(readText((await season.otherPost.get('/today')).body)).toContain(
      'Washington has not made a plan for your post yet.',
    );
    expect(readText((await season.desk.get('/today')).body)).toContain('Nothing is on its way.');
    expect(readText((await season.manager.get('/today')).body)).toContain('Nothing is late.');
  });

  describe('once the season runs', () => {
    beforeAll(async () => {
      const deadlines = web.app.get(Deadlines);
      const { deskActor, planId, post, desk, recommendations } = season;
      await deadlines.setFromMilestones(deskActor, planId);
      const step = {
        planId,
        recommendationId: recommendations[0],
        kind: 'recommendation',
        title: 'Field findings',
      } as const;
      await deadlines.set(deskActor, { ...step, statutoryOn: '2009-10-30', ownerId: post.userId });
      const question = { planId, kind: 'other', title: 'Questions for the post', postId: null } as const;
      await deadlines.set(deskActor, { ...question, statutoryOn: '2009-11-05', ownerId: desk.userId });
      const told = { planId, text: 'A case was opened.', ranBy: 'government' } as const;
      await web.app
        .get(Efforts)
        .record(deskActor, { ...told, recommendationIds: [recommendations[1]], happenedOn: '2009-10-12' });
      const { id } = await web.app.get(PaperMaking).generate(deskActor, { planId, kind: 'non-paper' });
      const { paper } = await web.app.get(KeptPapers).open(deskActor, id);
      const subject = {
        kind: 'paper',
        id,
        text: paper.text,
        postId: 'DUSHANBE',
        title: 'Tajikistan: Non-paper 1',
      };
      await web.app.get(Review).propose(deskActor, { ...subject, link: `/papers/${id}` });
    });

    it('tell a post what is owed by when, and how each recommendation stands', async () => {
      const { body } = await season.post.get('/today');
      const text = readText(body);
      expect(body).toContain('<h1>Embassy Dushanbe</h1>');
      expect(text).toContain('Wed 4 Nov 2009, 19:00 in Dushanbe');
      const owed = section(body, 'What Washington wants');
      expect(owed).toContain(
        'Overdue Field findings Tajikistan Fri 30 Oct 2009, close of business in Dushanbe',
      );
      expect(owed).toContain('Fri 13 Nov 2009, close of business in Dushanbe: 6 working days left');
      expect(owed).toContain('date instructed Sun 15 Nov 2009; earlier because of weekend');
      expect(owed).not.toMatch(/statutory/i);
      expect(owed).not.toContain('Questions for the post');
      expect(text).toContain('A1 (SBU) Pay for the shelters. ▲ Overdue – no entry');
      expect(text).toContain('● Under way Mon 12 Oct 2009 23 days ago 1 of 1 entry');
      expect(body).toContain('SENSITIVE BUT UNCLASSIFIED');
    });

    it('tell a desk officer what waits, what is in draft, what goes out and what this week holds', async () => {
      const { body } = await season.desk.get('/today');
      expect(section(body, 'week-title')).toContain('Wed 4 Nov (today) nothing due');
      expect(body.replaceAll('&#x3D;', '=')).toContain(
        'href="/deadlines?from=2009-11-05&amp;until=2009-11-05">1 due</a>',
      );
      expect(section(body, 'drafts-title')).toContain(
        'Tajikistan: action plan 2009–10 2 high priority, 1 other; 1 paper',
      );
      const going = section(body, 'next-title');
      expect(going).toContain('With a second person Tajikistan: Non-paper 1');
      expect(going).toContain('Questions for the post');
      expect(section(body, 'waits-title')).toContain('Nothing waits for you.');
    });

    it('tell a manager three numbers, a matrix in words and shapes, and the lists behind them', async () => {
      const { body } = await season.manager.get('/today');
      const text = readText(body);
      expect(text).toContain('1 deadline is late');
      expect(text).toContain('2 deadlines fall due within 14 days');
      expect(body).toContain('href="/deadlines?state&#x3D;overdue"');
      const matrix = readText(/<table class="[^"]*matrix[\s\S]*?<\/table>/.exec(body)?.[0] ?? '');
      expect(matrix).toBe(
        'In the second report in a row on the Watch List: 1 country. Each cell is one recommendation and leads to it. Country A1 A2 Tajikistan second report in a row on the Watch List A1: ▲ Overdue A2: ● Under way',
      );
      expect(section(body, 'id="late-title"')).toContain('Field findings');
      expect(section(body, 'id="waits-title"')).toContain('Confirm Tajikistan: Non-paper 1');
    });

    it('count silence from the last news, and from the day of asking where there was none', async () => {
      web.clock.set('2009-12-05T14:00:00.000Z');
      const manager = await web.browser('manager');
      const { body } = await manager.get('/today');
      web.clock.set('2009-11-04T14:00:00.000Z');
      expect(readText(body)).toContain('2 high-priority recommendations without news for over 30 days');
      const silent = section(body, 'id="silent"');
      expect(silent).toContain('A1 (SBU) Pay for the shelters. nothing has been logged');
      expect(silent).toContain('No news for over 30 days Tajikistan A2');
      expect(silent).toContain('last news Mon 12 Oct 2009, 54 days ago');
    });

    it('tell a clearer what waits for a second person', async () => {
      const clearer = await web.browser('clearer');
      const text = readText((await clearer.get('/today')).body);
      expect(text).toContain('1 text waits for a second person');
      expect(text).toContain(
        'Tajikistan: Non-paper 1 Embassy Dushanbe Dana Desk Wed 4 Nov 2009, 09:00 Washington',
      );
    });

    it('tell an administrator the counts behind the doors, and nothing of the plans', async () => {
      const administrator = await web.browser('administrator');
      const { body } = await administrator.get('/today');
      const text = readText(body);
      expect(text).toMatch(/\d+ open accounts/);
      expect(text).toMatch(/\d+ letters? in the outbox/);
      expect(text).toMatch(/\d+ audit entries/);
      expect(text).not.toContain('Tajikistan');
      for (const path of ['/deadlines', '/log', '/assessments'])
        expect((await administrator.get(path)).status).toBe(403);
    });

    it('stay within 100 KB on their first view, styles and scripts included', async () => {
      const { body } = await season.manager.get('/today');
      const assets = [...body.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, path]) => path ?? '');
      const sizes = await Promise.all(['/today', ...assets].map((path) => transferred(season.manager, path)));
      expect(assets.length).toBeGreaterThan(2);
      expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(100_000);
    });
  });
});

async function transferred(browser: Season['manager'], path: string): Promise<number> {
  const { status, body } = await browser.get(path.replaceAll('&#x3D;', '='));
  if (status !== 200) throw new Error(`${path} answered ${status}: build the styles first.`);
  return gzipSync(body).length;
}
