import { wordFor } from '@demarche/words';
import type { Actor } from '@demarche/access';
import type { ReleaseStanding } from '@demarche/papers';
import type { Mark } from './mark';

const LOOKS: Record<ReleaseStanding['state'], Pick<Mark, 'shape' | 'tone'>> = {
  none: { shape: '○', tone: 'calm' },
  proposed: { shape: '◐', tone: 'wait' },
  released: { shape: '✔', tone: 'good' },
  refused: { shape: '✕', tone: 'bad' },
  lapsed: { shape: '○', tone: 'calm' },
};

/** How far a release is, as people see it. */
export function releaseMark(state: ReleaseStanding['state']): Mark {
  return { ...LOOKS[state], word: wordFor('release', state) };
}

/** Says a person's name by the id in a release. */
type NameOf = (userId: string | null) => string;

/** Everything a page says about a release, and what this person may do about it. */
export function releasePanel(actor: Actor, standing: ReleaseStanding, nameOf: NameOf) {
  const { state, release } = standing;
  return {
    state,
    mark: releaseMark(state),
    proposed: release && { by: nameOf(release.proposedBy), at: release.proposedAt },
    ...endingOf(standing, nameOf),
    ...rightsOver(actor, standing),
  };
}

function endingOf({ release }: ReleaseStanding, nameOf: NameOf) {
  const { confirmedAt, refusedAt } = release ?? { confirmedAt: null, refusedAt: null };
  return {
    confirmed: release && confirmedAt ? { by: nameOf(release.confirmedBy), at: confirmedAt } : null,
    refused:
      release && refusedAt
        ? { by: nameOf(release.refusedBy), at: refusedAt, reason: release.refuseReason }
        : null,
  };
}

/** Whoever proposed a text may withdraw it and never confirm it. */
function rightsOver(actor: Actor, { state, release }: ReleaseStanding) {
  const isOpen = state === 'proposed';
  const isOwn = isOpen && release?.proposedBy === actor.userId;
  const mayEnd = isOpen && actor.can('confirm-release');
  return {
    isOwn,
    mayPropose: actor.can('propose-release') && !isOpen && state !== 'released',
    mayConfirm: mayEnd && !isOwn,
    mayRefuse: mayEnd,
  };
}
