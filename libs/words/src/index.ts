export { inOneBreath } from './clauses';
export { countedIn } from './counted';
export { GLOSSARY } from './glossary';
export { plural } from './plural';
export { type Choice, choicesOf, type Code, codesOf, isCode, wordFor, type WordKind } from './words';
export * from './wording';
