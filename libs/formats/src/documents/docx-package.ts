import { type Zippable, strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const CORE = 'docProps/core.xml';
const APP = 'docProps/app.xml';
const CUSTOM = 'docProps/custom.xml';
const CONTENT_TYPES = '[Content_Types].xml';
const PACKAGE_LINKS = '_rels/.rels';

/** The zip's own date for every part. Built from local fields because the zip writer reads local fields: the same bytes in every zone. */
const PACKED_ON = new Date(1980, 0, 1);

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

function coreProperties(title: string, at: string): string {
  const spaces =
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ' +
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" ' +
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';
  const on = (name: string): string =>
    `<dcterms:${name} xsi:type="dcterms:W3CDTF">${escaped(at)}</dcterms:${name}>`;
  return `${XML}<cp:coreProperties ${spaces}><dc:title>${escaped(title)}</dc:title>${on('created')}${on('modified')}</cp:coreProperties>`;
}

const APP_PROPERTIES = `${XML}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>`;

function without(xml: string, tag: string, part: string): string {
  return xml.replace(new RegExp(`<${tag} [^>]*${part.replace(/[.]/g, '\\.')}[^>]*/>`, 'g'), '');
}

function orderOf(path: string): number {
  const first = [CONTENT_TYPES, PACKAGE_LINKS].indexOf(path);
  return first < 0 ? 2 : first;
}

function inOrder(paths: string[]): string[] {
  return paths.sort((one, other) => orderOf(one) - orderOf(other) || (one < other ? -1 : 1));
}

/**
 * Repacks a Word file so that it says nothing about who made it, with what, or when it was really written, and so that the
 * same document is the same bytes. Only the title and the given instant stay in its properties.
 */
export function anonymous(file: Uint8Array, { title, at }: { title: string; at: string }): Buffer {
  const parts = unzipSync(file);
  const read = (path: string): string => strFromU8(parts[path] ?? new Uint8Array());
  const rewritten: Record<string, Uint8Array> = {
    ...parts,
    [CORE]: strToU8(coreProperties(title, at)),
    [APP]: strToU8(APP_PROPERTIES),
    [CONTENT_TYPES]: strToU8(without(read(CONTENT_TYPES), 'Override', `/${CUSTOM}`)),
    [PACKAGE_LINKS]: strToU8(without(read(PACKAGE_LINKS), 'Relationship', CUSTOM)),
  };
  const packed: Zippable = {};
  for (const path of inOrder(Object.keys(rewritten))) {
    const part = rewritten[path];
    if (part && path !== CUSTOM) packed[path] = [part, { mtime: PACKED_ON, level: 9, os: 0, attrs: 0 }];
  }
  return Buffer.from(zipSync(packed));
}
