export { TemplateEngine } from './templates/template-engine';
export { loadTemplates } from './templates/template-source';
export { readCsv } from './tables/csv-reading';
export { type CsvSlices, csvText, slicesOf } from './tables/csv-writing';
export { type PrintedBlock, type PrintedDocument } from './documents/printed-document';
export { writeDocx } from './documents/docx-writing';
export { decodeText } from './tables/text-decoding';
