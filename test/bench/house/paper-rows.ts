import { sha256 } from '@demarche/base';
import type { PlanWork, WrittenPlan } from './plan-rows';
import { at } from './season-days';
import { paperIn } from './wording';

const OUT_OF_EVERY = 4;

/** Writes papers of every fourth plan, with the release of its non-paper: confirmed once the year has ended. */
export function writePapers(work: PlanWork, plan: WrittenPlan, index: number): void {
  if (index % OUT_OF_EVERY !== 0) return;
  const { writer, trail, chance, days, place } = work;
  const text = paperIn(place.name);
  for (const kind of ['talking-points', 'non-paper']) {
    const madeAt = at(days.past(chance));
    const id = chance.id(madeAt);
    const textHash = sha256(text);
    const made = {
      number: 1,
      text,
      textHash,
      templateHash: sha256(kind),
      facts: {},
      madeAt,
      madeBy: place.desk.id,
    };
    writer.add('papers', {
      id,
      planId: plan.id,
      kind,
      ...made,
      marking: kind === 'non-paper' ? null : 'SBU',
    });
    const detail = { planId: plan.id, kind, number: 1, textHash };
    trail.enter({ at: madeAt, by: place.desk, action: 'paper.generate', subject: ['paper', id], detail });
    if (kind === 'non-paper') writeRelease(work, { id, textHash, at: madeAt });
  }
}

function writeRelease(
  { writer, chance, days, place }: PlanWork,
  paper: { id: string; textHash: string; at: string },
) {
  const subject = {
    subjectKind: 'paper',
    subjectId: paper.id,
    textHash: paper.textHash,
    postId: place.postId,
  };
  const told = { title: `Non-paper 1 for ${place.name}`, link: `/papers/${paper.id}` };
  const proposed = { proposedBy: place.desk.id, proposedAt: paper.at };
  const ended = { confirmedBy: place.officer.id, confirmedAt: paper.at, openSubject: null };
  const open = { confirmedBy: null, confirmedAt: null, openSubject: `paper:${paper.id}` };
  const ending = days.isCurrent ? open : ended;
  writer.add('releases', { id: chance.id(paper.at), ...subject, ...told, ...proposed, ...ending });
}
