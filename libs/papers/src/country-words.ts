// Names that English does not use without an article.
const WITH_ARTICLE =
  /^(?:Bahamas|Central African Republic|Comoros|Congo|Czech Republic|Democratic Republic|Dominican Republic|Gambia|Maldives|Marshall Islands|Netherlands|Philippines|Republic of|Seychelles|Solomon Islands|United )/;

/** A country's government as papers name it: `Government of Tajikistan`, `Government of the Philippines`. */
export function governmentOf(countryName: string): string {
  const article = WITH_ARTICLE.test(countryName) ? 'the ' : '';
  return `Government of ${article}${countryName.replace(/^The /, 'the ')}`;
}

const ADDRESS: Record<string, string> = {
  embassy: 'AMEMBASSY',
  consulate: 'AMCONSUL',
  mission: 'USMISSION',
  office: 'USOFFICE',
};

/** A post as the TO line of a cable names it: `AMEMBASSY DUSHANBE`. */
export function addresseeOf({ kind, city }: { kind: string; city: string }): string {
  const place = city.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase();
  return `${ADDRESS[kind] ?? 'AMEMBASSY'} ${place}`;
}
