import { type Actor, Acts } from '@demarche/access';
import { accept, Clock, Conflict, newId } from '@demarche/base';
import { type Cable, normaliseCableNumber, readCableInTurns } from '@demarche/cables';
import { type PlacedPlan, PlanReading } from '@demarche/plans';
import { isDuplicate } from '@demarche/store';
import { isCode } from '@demarche/words';
import { Injectable } from '@nestjs/common';
import { type CableHeaderChoice, CableHeaderInput, type Precedence } from './cable-header.input';
import { CableHeaderRepository } from './cable-header.repository';

/** The header that a plan's next cable will have; version 0 stands for one that nobody has chosen. */
export interface CableHeaderView {
  precedence: Precedence;
  captions: string[];
  /** The TAGS line in its order. */
  tags: string[];
  /** Numbers in their one form, such as `09STATE88558`, in the order of the REF line. */
  references: string[];
  version: number;
  /** Where it comes from: a person, the cable that the plan was made from, or neither. */
  origin: 'chosen' | 'source' | 'default';
}

/** The subjects of every cable on trafficking; the country's own tag comes behind them. */
const USUAL_TAGS = ['KTIP', 'KCRM', 'KWMN', 'PHUM', 'PREL', 'SMIG'];

/** The slowest there is: haste is for a person to ask for. */
const WITHOUT_HASTE: Precedence = 'ROUTINE';

/** Says what stands in the header of a plan's cables, and keeps what a person chose. */
@Injectable()
export class CableHeaders {
  constructor(
    private readonly headers: CableHeaderRepository,
    private readonly plans: PlanReading,
    private readonly acts: Acts,
    private readonly clock: Clock,
  ) {}

  /** The header of a plan: what was chosen, else what its source cable says. Throws NotFound for a plan out of reach. */
  async of(actor: Actor, planId: string): Promise<CableHeaderView> {
    const placed = await this.plans.placed(actor, planId);
    const row = await this.headers.ofPlan(planId);
    if (!row) return this.unchosen(actor, placed);
    const { precedence, captions, citedCables: references, version } = row;
    const tags = row.tags ?? (await this.unchosen(actor, placed)).tags;
    return { precedence, captions, tags, references, version, origin: 'chosen' };
  }

  /** Keeps a choice and returns its version. Throws Invalid for what no header takes, Conflict when somebody chose since. */
  async choose(actor: Actor, given: CableHeaderChoice): Promise<number> {
    const choice = accept(CableHeaderInput, given);
    const act = { permission: 'draft-plan', action: 'paper.set-cable-header' } as const;
    try {
      return await this.acts.perform(actor, act, async (_unit, note) => {
        await this.plans.planFor(actor, choice.planId);
        const version = await this.keep(actor, choice);
        const { precedence, captions, tags, references } = choice;
        note.about('plan', choice.planId, { precedence, captions, tags, references, version });
        return version;
      });
    } catch (error) {
      if (isDuplicate(error)) throw stale();
      throw error;
    }
  }

  private async unchosen(actor: Actor, { plan, country, source }: PlacedPlan): Promise<CableHeaderView> {
    const instructed = [plan.instructedBy, source?.cableNumber ?? null];
    if (!source)
      return {
        ...{ precedence: WITHOUT_HASTE, captions: [], references: cited(instructed) },
        ...{ tags: tagsWith(country, USUAL_TAGS), version: 0, origin: 'default' },
      };
    const { text } = await this.plans.source(actor, plan.id);
    const cable = await readCableInTurns(text);
    const tags = tagsWith(country, cable.tags.length > 0 ? cable.tags : USUAL_TAGS);
    return { ...headerIn(cable, instructed), tags, version: 0, origin: 'source' };
  }

  private async keep(actor: Actor, choice: CableHeaderChoice): Promise<number> {
    const { planId, version, precedence, captions, references } = choice;
    const tags = choice.tags.length > 0 ? [...new Set(choice.tags)] : null;
    const chosen = { precedence, captions, tags, citedCables: cited(references) };
    const by = { chosenBy: actor.userId, chosenAt: this.clock.now() };
    const row = await this.headers.ofPlan(planId);
    if (row) return this.headers.choose({ id: row.id, version }, { ...chosen, ...by });
    if (version === undefined)
      throw new Conflict(
        'missing-version',
        'The header does not say which version it was made on. Nothing was saved.',
      );
    if (version !== 0) throw stale();
    await this.headers.add({ id: newId(), planId, version: 1, ...chosen, ...by });
    return 1;
  }
}

/** The references keep the letters that they have in the source, so that “ref B” means the same in both. */
function headerIn(cable: Cable, instructed: readonly (string | null)[]) {
  const { precedence, captions, references } = cable;
  return {
    precedence: precedence !== null && isCode('precedence', precedence) ? precedence : WITHOUT_HASTE,
    captions,
    references: cited([...references.map(({ number }) => number), ...instructed]),
  };
}

/** Tags with the one by which the country's cables are found, last where it is missing. */
function tagsWith({ geographicTag }: PlacedPlan['country'], tags: readonly string[]): string[] {
  return [...new Set([...tags, geographicTag])].filter((tag) => tag !== '');
}

/** Cable numbers in their one form, each once; what is no number is left out. */
function cited(numbers: readonly (string | null)[]): string[] {
  const known = numbers.map((number) => number && normaliseCableNumber(number));
  return [...new Set(known.filter((number) => number !== null && number !== ''))] as string[];
}

function stale(): Conflict {
  return new Conflict(
    'stale',
    'Somebody else has changed the header since you opened it. Nothing was overwritten.',
  );
}
