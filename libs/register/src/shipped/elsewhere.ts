import { CONSULATE, type ShippedRegion } from './region';

/** States and territories that the annual report does not rank but in which a post stands, or which one deals with. */
export const UNRANKED: readonly ShippedRegion[] = [
  {
    bureau: 'AF',
    countries: [['STP', 'ST', 'Sao Tome and Principe', 'Sao Tomean', 'TP', 'LUANDA']],
    posts: [],
  },
  {
    bureau: 'EAP',
    countries: [
      ['NRU', 'NR', 'Nauru', 'Nauruan', 'NR', 'SUVA'],
      ['WSM', 'WS', 'Samoa', 'Samoan', 'WS', 'APIA'],
      ['TUV', 'TV', 'Tuvalu', 'Tuvaluan', 'TV', 'SUVA'],
    ],
    posts: [['APIA', 'Apia', 'WSM', 'Pacific/Apia']],
  },
  {
    bureau: 'EUR',
    countries: [
      ['AND', 'AD', 'Andorra', 'Andorran', 'AN', 'MADRID'],
      ['VAT', 'VA', 'Holy See', 'Holy See', 'VT', 'VATICAN'],
      ['LIE', 'LI', 'Liechtenstein', 'Liechtenstein', 'LS', 'BERN'],
      ['MCO', 'MC', 'Monaco', 'Monegasque', 'MN', 'PARIS'],
      ['SMR', 'SM', 'San Marino', 'Sammarinese', 'SM', 'ROME'],
    ],
    posts: [['VATICAN', 'Vatican City', 'VAT', 'Europe/Vatican', { name: 'Embassy to the Holy See' }]],
  },
  {
    bureau: 'WHA',
    countries: [
      ['BMU', 'BM', 'Bermuda', 'Bermudian', 'BD', 'HAMILTON'],
      ['DMA', 'DM', 'Dominica', 'Dominican', 'DO', 'BRIDGETOWN'],
      ['GRD', 'GD', 'Grenada', 'Grenadian', 'GJ', 'GRENADA'],
      ['KNA', 'KN', 'Saint Kitts and Nevis', 'Kittitian and Nevisian', 'SC', 'BRIDGETOWN'],
    ],
    posts: [
      ['GRENADA', "Saint George's", 'GRD', 'America/Grenada', { name: 'Embassy Grenada' }],
      ['HAMILTON', 'Hamilton', 'BMU', 'Atlantic/Bermuda', CONSULATE],
    ],
  },
];

/** The United States, ranked since 2010: no regional bureau and no post abroad deals with it. */
export const HOME: ShippedRegion = {
  bureau: null,
  countries: [['USA', 'US', 'United States', 'United States', 'US', null]],
  posts: [],
};
