export type {
  Cable,
  CableAnomaly,
  CableAnomalyCode,
  CableParagraph,
  CablePillar,
  CableRecommendation,
  CableReference,
} from './cable';
export { NotACable } from './not-a-cable';
export { MISSION_NAMES, type MissionName } from './mission-names';
export { missionNamed, missionNear } from './mission-match';
export { readCable } from './read-cable';
export { normaliseCableNumber, readReferences } from './references';
export { readTags } from './tags';
export { readReferenceList, type ReferenceList } from './reference-list';
