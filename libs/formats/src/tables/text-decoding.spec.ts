import { Invalid } from '@demarche/base';
import { decodeText } from './text-decoding';

const TEXT = 'país;año\nCôte d’Ivoire;“2010” €\n';
const swapped = (text: string) => Buffer.from(text, 'utf16le').swap16();
const ANSI = Buffer.from([
  0x43, 0xf4, 0x74, 0x65, 0x20, 0x64, 0x92, 0x49, 0x76, 0x20, 0x93, 0x94, 0x20, 0x80,
]);

describe('a file as text', () => {
  test.each([
    ['utf-8', Buffer.from(TEXT)],
    ['utf-8', Buffer.from(`\uFEFF${TEXT}`)],
    ['utf-8', Buffer.from(TEXT.replaceAll('\n', '\r\n'))],
    ['utf-8', Buffer.from(TEXT.replaceAll('\n', '\r'))],
    ['utf-16le', Buffer.from(`\uFEFF${TEXT}`, 'utf16le')],
    ['utf-16be', swapped(`\uFEFF${TEXT}`)],
    ['utf-16le', Buffer.from(TEXT, 'utf16le')],
    ['utf-16be', swapped(TEXT)],
  ])('reads the same words written as %s', (encoding, bytes) => {
    expect(decodeText(bytes)).toEqual({ text: TEXT, encoding });
  });

  it('reads what is no UTF-8 as Windows wrote it, its curly quotes and the euro included', () => {
    expect(decodeText(ANSI)).toEqual({ text: 'Côte d’Iv “” €', encoding: 'windows-1252' });
  });

  it('reads Cyrillic and Arabic in two-byte form by their mark', () => {
    expect(decodeText(Buffer.from('\uFEFFДушанбе مسقط', 'utf16le')).text).toBe('Душанбе مسقط');
  });

  it('reads an empty file as an empty text, and survives a character cut in two', () => {
    expect(decodeText(Buffer.alloc(0)).text).toBe('');
    expect(decodeText(Buffer.from('\uFEFFab', 'utf16le').subarray(0, 5)).text).toBe('a');
  });

  test.each([
    ['a workbook', Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(20)]), 'Word or Excel'],
    ['a PDF', Buffer.concat([Buffer.from('%PDF-1.7'), Buffer.alloc(9)]), 'PDF'],
    ['a picture', Buffer.from([0x89, 0x50, 0, 0, 0, 13, 7, 1]), 'not plain text'],
  ])('refuses %s with what to do', (_name, bytes, words) => {
    expect(() => decodeText(bytes)).toThrow(Invalid);
    expect(() => decodeText(bytes)).toThrow(words);
  });
});
