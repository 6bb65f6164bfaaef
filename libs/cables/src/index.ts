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
export { MISSION_NAMES, type MissionName } from './missions/mission-names';
export { missionNamed, missionNear } from './missions/mission-match';
export { type PartedNotes, partNotes } from './body/notes';
export { readCable } from './read-cable';
export { normaliseCableNumber, readReferences } from './references/references';
export { readTags } from './tags/tags';
export { readReferenceList, type ReferenceList } from './references/reference-list';
export { toCableCharacters, UnwritableCharacter } from './writing/cable-characters';
export { CABLE_WIDTH, wrapCableText, type WrapOptions } from './writing/cable-wrap';
export { type CableSection, cableSections, type SectionOptions } from './writing/cable-sections';
export {
  type CableHeading,
  printedCableNumber,
  writeCable,
  writeCableHeader,
  writeDateTimeGroup,
} from './writing/write-cable';
