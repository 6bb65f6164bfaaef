import { countryFinder } from './places';
import { SHIPPED_COUNTRIES } from '../shipped/catalogue';

describe('the country that a name means', () => {
  test.each([
    ['Gambia, The', 'GMB'],
    ['Korea, South', 'KOR'],
    ['Korea (North)', 'PRK'],
    ['Congo, Democratic Republic of the', 'COD'],
    ['Congo, Dem. Rep.', 'COD'],
    ['Congo (DRC)', 'COD'],
    ['Congo, Republic of the', 'COG'],
    ['Congo (Brazzaville)', 'COG'],
    ['Bahamas, The', 'BHS'],
    ['Micronesia, Federated States of', 'FSM'],
    ['Burma (Myanmar)', 'MMR'],
    ['Côte d’Ivoire', 'CIV'],
    ['Co\u0302te d\u02BCIvoire', 'CIV'],
    ['CÔTE D\u00A0IVOIRE', 'CIV'],
    ['Bosnia & Herzegovina', 'BIH'],
    ['St. Vincent & the Grenadines', 'VCT'],
    ['Solomon Is.', 'SLB'],
    ['Tajikistan*', 'TJK'],
    ['Tajikistan 1', 'TJK'],
    ['TJK', 'TJK'],
    ['Swaziland', 'SWZ'],
    ['Türkiye', 'TUR'],
    ['Venezuela (Bolivarian Republic of)', 'VEN'],
  ])('%s is %s', (name, id) => expect(countryFinder(SHIPPED_COUNTRIES)(name)?.id).toBe(id));

  test.each(['', 'Atlantis', 'Chad (Niger)', 'Korea', ', '])('“%s” is none', (name) =>
    expect(countryFinder(SHIPPED_COUNTRIES)(name)).toBeNull(),
  );
});
