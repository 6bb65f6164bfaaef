import { checkTransmission, readTransmission } from './date-time-group';
import type { Findings } from '../findings';
import type { SectionCount } from '../lines/section-headers';
import type { SourceLine } from '../lines/source-lines';

/** Holds the DE line against the cable's number and date-time group. */
export function checkSent(
  above: SourceLine[],
  cable: { number: string; dateTimeGroup: string },
  findings: Findings,
): void {
  for (const line of above) {
    const sent = readTransmission(line.text);
    if (!sent) continue;
    checkTransmission({ at: line.at, sent }, cable.dateTimeGroup, findings);
    const serial = /\d*$/.exec(cable.number)?.[0] ?? '';
    if (Number(sent.serial) !== Number(serial.slice(-4))) {
      const note = `The DE line bears another serial than the cable, ${serial}.`;
      findings.add('serial-mismatch', line.at, { found: `#${sent.serial}`, note });
    }
  }
}

/** Reports the sections which a cable announces and the copy lacks. */
export function checkSections(sections: SectionCount, at: number, findings: Findings): void {
  const total = sections.total ?? 0;
  for (let section = 2; section <= total; section += 1) {
    if (sections.seen.includes(section)) continue;
    const found = `SECTION ${String(section).padStart(2, '0')} OF ${String(total).padStart(2, '0')}`;
    findings.add('section-missing', at, {
      found,
      note: 'No header of this section was found; text may be missing.',
    });
  }
}

/** Reports the header fields that every cable should have and this one lacks. */
export function checkPresent(fields: Record<string, unknown>, at: number, findings: Findings): void {
  for (const [name, value] of Object.entries(fields)) {
    const isEmpty = value === null || value === '' || (Array.isArray(value) && value.length === 0);
    if (isEmpty) findings.add('field-missing', at, { found: name, note: `The header has no ${name} line.` });
  }
}
