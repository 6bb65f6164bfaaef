import { newId, sha256, SystemClock } from '@demarche/base';
import canonicalize from 'canonicalize';
import type { Ask, BareStore } from './bare-driver';

type Row = Record<string, unknown>;

const clock = new SystemClock();
const HEAD = 'SELECT "seq", "hash" FROM "auditHead"';

/** What the least act writes: one effort like one that stands, its link, an entry in the chain and the chain's head. */
export class BareAct {
  private constructor(
    private readonly store: BareStore,
    private readonly effort: Row,
    private readonly link: Row,
  ) {}

  static async after(store: BareStore): Promise<BareAct> {
    const one = async (table: string) => {
      const [row] = (await store.ask(`SELECT * FROM "${table}" LIMIT 1`, [])) as Row[];
      if (!row) throw new Error(`Nothing stands in ${table}.`);
      return row;
    };
    return new BareAct(store, await one('efforts'), await one('effortRecommendations'));
  }

  perform(text: string): Promise<string> {
    return this.store.alone(async (ask) => {
      const id = newId();
      await this.insert(ask, 'efforts', { ...this.effort, id, text });
      await this.insert(ask, 'effortRecommendations', { ...this.link, id: newId(), effortId: id });
      await this.enter(ask, id);
      return id;
    });
  }

  private async insert(ask: Ask, table: string, row: Row): Promise<void> {
    const names = Object.keys(row).map((name) => `"${name}"`);
    const marks = names.map((_name, index) => this.store.mark(index + 1));
    await ask(`INSERT INTO "${table}" (${names.join(',')}) VALUES (${marks.join(',')})`, Object.values(row));
  }

  private async enter(ask: Ask, id: string): Promise<void> {
    const [head] = (await ask(HEAD + this.store.lock, [])) as { seq: number; hash: string }[];
    if (!head) throw new Error('The trail has no head.');
    const what = { action: 'effort.record', subjectKind: 'effort', subjectId: id, detail: {} };
    const who = { at: clock.now(), actorId: this.effort.recordedBy, actorName: 'The floor' };
    const entry = { ...what, ...who, seq: head.seq + 1 };
    const hash = sha256(`${head.hash}\n${canonicalize(entry)}`);
    await this.insert(ask, 'auditEntries', { ...entry, detail: '{}', previousHash: head.hash, hash });
    await ask(`UPDATE "auditHead" SET "seq" = ${this.store.mark(1)}, "hash" = ${this.store.mark(2)}`, [
      entry.seq,
      hash,
    ]);
  }
}
