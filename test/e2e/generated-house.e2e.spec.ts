import { Audit, Keys, SYSTEM_ACTOR } from '@demarche/access';
import { fillHouse } from '../bench/house/fill-house';
import { GeneratedAddresses } from '../bench/house/generated-addresses';
import { DATABASES } from '../support/database';
import { Browser, openTestWeb, type OpenWeb } from '../support/web';

const SMALL = { countries: 3, years: 2, share: 0.05, seed: 1, today: '2009-11-04' };

describe.each(DATABASES)('a house that the generator fills on %s', (kind) => {
  let web: OpenWeb;
  let addresses: GeneratedAddresses;

  beforeAll(async () => {
    web = await openTestWeb(kind);
    await fillHouse(web.database.settings, SMALL);
    addresses = await GeneratedAddresses.of(web.database.settings);
  });
  afterAll(() => web.close());

  it('has a trail that leads on from what the house wrote itself', async () => {
    expect(await web.app.get(Audit).verify()).toMatchObject({ fault: null, findings: [] });
  });

  it('opens every page and list to whoever may see it, and nothing of it breaks for the others', async () => {
    const opened = new Set<string>();
    const broken: string[] = [];
    for (const hand of addresses.hands) {
      const browser = new Browser(web.app, hand.id);
      await browser.signIn(await web.app.get(Keys).issueLink(SYSTEM_ACTOR, hand.id));
      for (const address of addresses.all()) {
        const { status } = await browser.get(address);
        if (status === 200) opened.add(address);
        else if (![303, 403, 404].includes(status)) broken.push(`${status} ${hand.role} ${address}`);
      }
    }
    expect(broken).toEqual([]);
    expect(addresses.all().filter((address) => !opened.has(address))).toEqual([]);
  });
});
