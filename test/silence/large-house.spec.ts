import { Keys, SYSTEM_ACTOR } from '@demarche/access';
import { fillHouse } from '../bench/house/fill-house';
import { GeneratedAddresses } from '../bench/house/generated-addresses';
import { Browser, openTestWeb, type OpenWeb } from '../support/web';
import { expectHeard, LARGEST, PAGE } from './heard';

jest.setTimeout(120_000);

const WORLD = { countries: 190, years: 3, share: 0.2, seed: 1, today: '2009-11-04' };
/** A whole list as a file may take as long as the largest input. */
const WHOLE = /\.csv/;

describe('a house of 190 countries keeps nobody waiting', () => {
  let web: OpenWeb;
  let addresses: GeneratedAddresses;

  beforeAll(async () => {
    web = await openTestWeb('sqlite');
    await fillHouse(web.database.settings, WORLD);
    addresses = await GeneratedAddresses.of(web.database.settings);
  });
  afterAll(() => web.close());

  it.each(['desk-officer', 'post-officer', 'manager', 'clearer', 'administrator'])(
    'with any page or whole list of a %s',
    async (role) => {
      const hand = addresses.hands.find((one) => one.role === role);
      if (!hand) throw new Error(`Nobody in the house is a ${role}.`);
      const browser = new Browser(web.app, hand.id);
      await browser.signIn(await web.app.get(Keys).issueLink(SYSTEM_ACTOR, hand.id));
      const loud: unknown[] = [];
      for (const [name, address] of Object.entries(addresses.pages())) {
        const send = () => browser.get(address);
        const most = WHOLE.test(address) ? LARGEST : PAGE;
        await expectHeard(`${name} of a ${role}`, send, most).catch((error: unknown) => loud.push(error));
      }
      if (loud.length > 0) throw new AggregateError(loud, loud.map(String).join('\n'));
    },
  );
});
