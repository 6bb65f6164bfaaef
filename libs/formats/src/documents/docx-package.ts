import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { entriesOf, type ZipEntry, zipOf } from './zip-entries';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const CORE = 'docProps/core.xml';
const APP = 'docProps/app.xml';
const CUSTOM = 'docProps/custom.xml';
const CONTENT_TYPES = '[Content_Types].xml';
const PACKAGE_LINKS = '_rels/.rels';

/** A text as it stands inside an XML element or an attribute in double quotes. */
export function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

/** The part that holds a document's properties, by its path: its title and the instant it says it was made, and nothing more. */
export function coreProperties({ title, at }: { title: string; at: string }): Record<string, Uint8Array> {
  const spaces =
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ' +
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" ' +
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';
  const on = (name: string): string =>
    `<dcterms:${name} xsi:type="dcterms:W3CDTF">${escaped(at)}</dcterms:${name}>`;
  const dates = `${on('created')}${on('modified')}`;
  const xml = `${XML}<cp:coreProperties ${spaces}><dc:title>${escaped(title)}</dc:title>${dates}</cp:coreProperties>`;
  return { [CORE]: strToU8(xml) };
}

const APP_PROPERTIES = `${XML}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>`;

function without(xml: string, tag: string, part: string): string {
  return xml.replace(new RegExp(`<${tag} [^>]*${part.replace(/[.]/g, '\\.')}[^>]*/>`, 'g'), '');
}

/**
 * The parts of a Word file, packed as they were, that say nothing about who made it, with what, or when: without its
 * properties, and with the lists of parts rewritten to match. `except` names a part that the caller writes.
 */
export function anonymousParts(file: Uint8Array, { except }: { except: string }): ZipEntry[] {
  const lists = unzipSync(file, { filter: ({ name }) => [CONTENT_TYPES, PACKAGE_LINKS].includes(name) });
  const read = (path: string): string => strFromU8(lists[path] ?? new Uint8Array());
  const rewritten = {
    [APP]: strToU8(APP_PROPERTIES),
    [CONTENT_TYPES]: strToU8(without(read(CONTENT_TYPES), 'Override', `/${CUSTOM}`)),
    [PACKAGE_LINKS]: strToU8(without(read(PACKAGE_LINKS), 'Relationship', CUSTOM)),
  };
  const left = [CORE, CUSTOM, except, ...Object.keys(rewritten)];
  const kept = entriesOf(file).filter(({ path }) => !left.includes(path));
  return [...kept, ...entriesOf(zipSync(rewritten))];
}

function orderOf({ path }: ZipEntry): number {
  const first = [CONTENT_TYPES, PACKAGE_LINKS].indexOf(path);
  return first < 0 ? 2 : first;
}

/** Packs the parts of a Word file in the one order that they always have; the bytes depend on nothing but the parts. */
export function packageOf(parts: readonly ZipEntry[]): Buffer {
  const inOrder = [...parts].sort(
    (one, other) => orderOf(one) - orderOf(other) || (one.path < other.path ? -1 : 1),
  );
  return zipOf(inOrder);
}
