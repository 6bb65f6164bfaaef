export { type FactWord } from './fact-shape';
export { type Finding, TemplateEngine, type TemplateHouse } from './template-engine';
export { type TemplateSource, loadTemplates } from './template-source';
export { longDate, ordinal, plural } from './template-helpers';
