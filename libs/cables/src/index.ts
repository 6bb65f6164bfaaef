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
export { toCableCharacters, UnwritableCharacter } from './cable-characters';
export { CABLE_WIDTH, wrapCableText, type WrapOptions } from './cable-wrap';
export { type CableSection, cableSections, type SectionOptions } from './cable-sections';
export {
  type CableHeading,
  printedCableNumber,
  writeCable,
  writeCableHeader,
  writeDateTimeGroup,
} from './write-cable';
