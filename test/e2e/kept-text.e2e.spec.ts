import { DATABASES } from '../support/database';
import { type OpenWeb, openTestWeb } from '../support/web';

const HOUR = 3_600_000;
const TYPED = `First line\n  <b>second</b> & “third”\n${'ж'.repeat(20_000)}`;

describe.each(DATABASES)('a form that comes too late, on %s', (kind) => {
  let web: OpenWeb;

  beforeAll(async () => {
    web = await openTestWeb(kind);
  });
  afterAll(() => web.close());

  it('is answered with 401 and every character that was typed, once the session has ended', async () => {
    const desk = await web.browser('desk-officer');
    await desk.get('/plans/new');
    web.clock.advance(HOUR);
    const answer = await desk.submit('/plans', { countryId: 'TJK', note: TYPED });
    expect(answer.status).toBe(401);
    const shown = /<textarea[^>]*id="kept-1"[^>]*>\n([^]*?)<\/textarea>/.exec(answer.body)?.[1] ?? '';
    expect(unescaped(shown)).toBe(TYPED);
    const fields = [...answer.body.matchAll(/for="kept-\d+">([^<]+)</g)].map(([, name]) => name);
    expect(fields).toEqual(['countryId', 'note']);
  });

  it('shows nothing of a form that another site sent', async () => {
    const answer = await web
      .stranger()
      .post('/plans', { note: 'planted words' }, { 'sec-fetch-site': 'cross-site' });
    expect(answer.status).toBe(401);
    expect(answer.body).not.toContain('planted words');
  });
});

function unescaped(html: string): string {
  return html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}
