import { accept, Invalid } from '@demarche/base';
import { refusedFile, textFormOf } from './text-file';

const upload = (bytes: Buffer, traits: { filename?: string; isCut?: boolean } = {}) => ({
  filename: 'cable.txt',
  isCut: false,
  ...traits,
  bytes,
});

const formOf = (body: Record<string, unknown>) =>
  textFormOf(body, { tooBig: 'The file is too big.', empty: 'The file is empty.' });

describe('a form that may bring its text as a file', () => {
  it('takes pasted text with one character for each line break', () => {
    expect(formOf({ text: 'FM SECSTATE\r\nTO POST\r\n' })).toEqual({
      told: { text: 'FM SECSTATE\nTO POST\n' },
      fault: null,
    });
  });

  it('takes a file before pasted text, and keeps the other fields', () => {
    const form = formOf({ csrf: 'c', text: 'old', file: upload(Buffer.from('TAGS: KTIP')) });
    expect(form).toEqual({ told: { csrf: 'c', text: 'TAGS: KTIP' }, fault: null });
  });

  it('keeps pasted text when no file was chosen', () => {
    expect(formOf({ text: 'pasted', file: upload(Buffer.alloc(0), { filename: '' }) })).toEqual({
      told: { text: 'pasted' },
      fault: null,
    });
  });

  it('reads a file in the one-byte alphabet of old systems', () => {
    const { told } = formOf({ file: upload(Buffer.from([0x63, 0x61, 0x66, 0xe9, 0x92])) });
    expect(told.text).toBe('café’');
  });

  it('reads a file that Windows wrote as Unicode', () => {
    expect(formOf({ file: upload(Buffer.from('\uFEFFcafé\r\n', 'utf16le')) }).told.text).toBe('café\n');
  });

  it.each([
    ['empty', upload(Buffer.alloc(0)), 'The file is empty.'],
    ['not text', upload(Buffer.from([0x89, 0x4b, 3, 4, 0, 9, 9])), 'The file is not plain text.'],
    ['a workbook', upload(Buffer.from([0x50, 0x4b, 3, 4, 20, 0])), 'This is a Word or Excel file.'],
    ['cut off', upload(Buffer.from('x'), { isCut: true }), 'The file is too big.'],
    ['no file at all', { name: 'x' }, 'Choose the file again.'],
  ])('says what is wrong with a file that is %s, and keeps the text', (_name, file, words) => {
    const { told, fault } = formOf({ text: 'pasted', file });
    expect(fault).toContain(words);
    expect(told.text).toBe('pasted');
  });

  it('puts the fault beside the field of the file', () => {
    const refused = () => accept(refusedFile('The file is empty.'), {});
    expect(refused).toThrow(Invalid);
    try {
      refused();
    } catch (error) {
      expect((error as Invalid).reasons).toEqual([
        { field: 'file', code: 'custom', message: 'The file is empty.' },
      ]);
    }
  });
});
