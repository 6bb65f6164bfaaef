/** A heading: 1 is the title of the paper, 2 and 3 stand below it. */
interface HeadingBlock {
  kind: 'heading';
  level: 1 | 2 | 3;
  text: string;
}

/** A line of a cable's header, for example TAGS. */
export interface FieldBlock {
  kind: 'field';
  name: string;
  text: string;
}

/** A numbered paragraph with its portion mark, as cables have it. */
interface NumberedBlock {
  kind: 'numbered';
  number: number;
  mark: string;
  text: string;
}

/** A paragraph without number and mark. */
interface PlainBlock {
  kind: 'plain';
  text: string;
}

/** One point of a list. */
export interface BulletBlock {
  kind: 'bullet';
  text: string;
}

/**
 * A recommendation, under the label by which it is called in every paper of its plan. Its kind is `ask` (and `asks` where
 * a sheet lists several) because kept papers and the answers of the API hold these words; the code says recommendation.
 */
export interface RecommendationBlock {
  kind: 'ask';
  label: string;
  text: string;
}

/** A note in brackets: for the post alone, never handed over. */
export interface NoteBlock {
  kind: 'note';
  text: string;
}

/** The first or the last line of a part that is lifted out as a whole; `text` names the part. */
interface EdgeBlock {
  kind: 'begin' | 'end';
  text: string;
}

/** One piece of a paper; every presenter works from these and from nothing else. */
export type PaperBlock =
  | HeadingBlock
  | FieldBlock
  | NumberedBlock
  | PlainBlock
  | BulletBlock
  | RecommendationBlock
  | NoteBlock
  | EdgeBlock;

/** The names of the pieces a paper may be made of. */
export type PaperBlockKind = PaperBlock['kind'];
