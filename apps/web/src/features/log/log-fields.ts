import { choicesOf, headingOfPillar } from '@demarche/words';
import type { PlanView } from '@demarche/plans';
import {
  CONCRETE_ACTIONS,
  CONTRIBUTIONS,
  CREDIBLE_SOURCES,
  groupRecommendations,
  MARKINGS,
  PARTIES,
} from '@demarche/rules';
import type { FormBody } from '../../http/forms/forms';

/** The names in an entry's form whose value is a list. */
export const ENTRY_LISTS = ['recommendationIds', 'governmentGave', 'completes'];

const DETAIL = ['paidBy', 'governmentGave', 'role', 'actionKind', 'sourceKind', 'source', 'marking'];

/** One thing to choose, with the text behind its label. */
interface RecommendationChoice {
  value: string;
  label: string;
  text: string;
}

/** Recommendations to choose from: the high-priority ones in sight, the others under their headings. */
interface RecommendationChoices {
  high: RecommendationChoice[];
  others: { heading: string; choices: RecommendationChoice[] }[];
  otherCount: number;
  /** Whether one of the others is chosen already, so that they are shown unfolded. */
  isOtherChosen: boolean;
}

/** What an entry's form offers to choose from. */
export function entryFields(view: PlanView, values: FormBody) {
  return {
    recommendations: recommendationChoices(view, values),
    parties: choicesOf('party', PARTIES),
    payers: choicesOf(
      'party',
      PARTIES.filter((party) => party !== 'unknown'),
    ),
    contributions: choicesOf('contribution', CONTRIBUTIONS),
    actions: choicesOf('action', CONCRETE_ACTIONS),
    sources: choicesOf('source', CREDIBLE_SOURCES),
    markings: choicesOf('portion-mark', MARKINGS),
  };
}

/** Whether any of the optional fields has been filled, so that they must not be folded away. */
export function tellsDetail(values: FormBody): boolean {
  return DETAIL.some((name) => (values[name]?.length ?? 0) > 0 && values[name] !== 'unknown');
}

/** A plan's recommendations to choose from: the standing ones, and dropped ones that are chosen already. */
function recommendationChoices(
  view: PlanView,
  values: FormBody,
  name = 'recommendationIds',
): RecommendationChoices {
  const chosen = [values[name] ?? []].flat();
  const offered = view.recommendations.filter(
    ({ id, droppedOn }) => droppedOn === null || chosen.includes(id),
  );
  const groups = groupRecommendations(offered);
  const others = groups.filter(({ priority }) => priority === 'other');
  return {
    high: groups
      .filter(({ priority }) => priority === 'high')
      .flatMap(({ recommendations }) => recommendations.map(choiceOf)),
    others: others.map(({ pillar, recommendations }) => ({
      heading: headingOfPillar(pillar),
      choices: recommendations.map(choiceOf),
    })),
    otherCount: others.reduce((sum, { recommendations }) => sum + recommendations.length, 0),
    isOtherChosen: others.some(({ recommendations }) =>
      recommendations.some(({ id }) => chosen.includes(id)),
    ),
  };
}

function choiceOf(recommendation: PlanView['recommendations'][number]): RecommendationChoice {
  const { id, text, droppedOn } = recommendation;
  const label = recommendation.label;
  return { value: id, label: droppedOn === null ? label : `${label} (dropped)`, text };
}
