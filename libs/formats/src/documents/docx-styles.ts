import { type IPropertiesOptions, AlignmentType, LevelFormat, LineRuleType } from 'docx';
import type { PrintedDocument } from './printed-document';

/** Lengths in twentieths of a point, as Word counts them. */
const INCH = 1440;
const HALF_INCH = 720;
const LINE = 240;

/** Names of the paragraph styles a document may use; Word shows them to whoever edits the file. */
export const WORD_STYLES = {
  text: 'PaperText',
  numbered: 'PaperNumbered',
  bullet: 'PaperBullet',
  line: 'PaperLine',
};

/** The one list definition: bullets. Numbers are printed as text. */
export const BULLETS = 'bullets';

/** What differs between a cable and a paper. A cable's margins leave 55 columns of Courier, a paper's are one inch. */
export interface WordLook {
  font: string;
  halfPoints: number;
  margin: number;
  gap: number;
  bulletSign: string;
  bulletGap: number;
  hasHangingNumbers: boolean;
}

const LOOKS: Record<PrintedDocument['style'], WordLook> = {
  cable: {
    font: 'Courier New',
    halfPoints: 24,
    margin: 2145,
    gap: LINE,
    bulletSign: '--',
    bulletGap: LINE,
    hasHangingNumbers: false,
  },
  paper: {
    font: 'Times New Roman',
    halfPoints: 28,
    margin: INCH,
    gap: 200,
    bulletSign: '\u2022',
    bulletGap: 120,
    hasHangingNumbers: true,
  },
};

/** The look of a document's style. */
export function lookOf(style: PrintedDocument['style']): WordLook {
  return LOOKS[style];
}

type Styles = NonNullable<IPropertiesOptions['styles']>;

function defaults(look: WordLook): NonNullable<Styles['default']> {
  const { font, halfPoints, gap } = look;
  const heading = (size: number, italics: 'italic' | 'upright'): object => ({
    run: { font, size, bold: true, boldComplexScript: true, italics: italics === 'italic', color: '000000' },
    paragraph: { spacing: { before: gap, after: 120 }, keepNext: true, keepLines: true },
  });
  const larger = look.hasHangingNumbers ? 4 : 0;
  return {
    document: {
      run: { font, size: halfPoints, language: { value: 'en-US', bidirectional: 'ar-SA' } },
      paragraph: { spacing: { line: LINE, lineRule: LineRuleType.AUTO } },
    },
    heading1: heading(halfPoints + larger, 'upright'),
    heading2: heading(halfPoints, 'upright'),
    heading3: heading(halfPoints, 'italic'),
  };
}

/** The style sheet of a document: one font throughout, no lonely lines, headings that stay with what they head. */
export function stylesOf(look: WordLook): Styles {
  const style = (id: string, name: string, paragraph: object): object => ({
    id,
    name,
    basedOn: 'Normal',
    quickFormat: true,
    paragraph: { widowControl: true, ...paragraph },
  });
  const hanging = { indent: { left: HALF_INCH, hanging: HALF_INCH } };
  return {
    default: defaults(look),
    paragraphStyles: [
      style(WORD_STYLES.text, 'Paper Text', { spacing: { after: look.gap } }),
      style(WORD_STYLES.numbered, 'Paper Numbered', { spacing: { after: look.gap }, ...hanging }),
      style(WORD_STYLES.bullet, 'Paper Bullet', { spacing: { after: look.bulletGap } }),
      style(WORD_STYLES.line, 'Paper Line', { spacing: { after: look.gap }, contextualSpacing: true }),
    ] as NonNullable<Styles['paragraphStyles']>,
  };
}

/**
 * The bullets of a look as a real Word list, hanging behind their sign and set in from the numbered text. A sign of two
 * characters is a list without numbers: LibreOffice shows only the first character of a bullet.
 */
export function bulletsOf(look: WordLook): NonNullable<IPropertiesOptions['numbering']> {
  const left = look.hasHangingNumbers ? HALF_INCH + 360 : 432;
  const hanging = look.hasHangingNumbers ? 360 : 432;
  const level = {
    level: 0,
    format: look.bulletSign.length > 1 ? LevelFormat.NONE : LevelFormat.BULLET,
    text: look.bulletSign,
    alignment: AlignmentType.LEFT,
    style: { run: { font: look.font }, paragraph: { indent: { left, hanging } } },
  };
  return { config: [{ reference: BULLETS, levels: [level] }] };
}
