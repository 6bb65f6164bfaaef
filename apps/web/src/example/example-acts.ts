import type { NewEffort, NewStatistic } from '@demarche/progress';

/** An act as the example tells it: recommendations are named by their place in the list of asks, from 0. */
interface ExampleAct extends Omit<NewEffort, 'planId' | 'recommendationIds' | 'completes'> {
  /** The day on which the post logged it. */
  loggedOn: string;
  about: number[];
}

/** A figure of the example, with the day on which the post logged it. */
interface ExampleFigure extends Omit<NewStatistic, 'planId' | 'recommendationId'> {
  loggedOn: string;
  about: number;
}

/** Acts of the practice season: one earns credit, one only with a shown role, one shows it, one does not earn any. */
export const EXAMPLE_ACTS: ExampleAct[] = [
  {
    loggedOn: '2009-09-17',
    about: [4, 7],
    happenedOn: '2009-09-15',
    text: 'An international organization held a three-day course for 24 judges and prosecutors on the trafficking articles of the criminal code.',
    ranBy: 'igo',
    paidBy: 'igo',
    governmentGave: ['premises'],
    actionKind: 'training',
    sourceKind: 'multilateral',
    source: 'Course list of the organizer',
  },
  {
    loggedOn: '2009-09-28',
    about: [3, 10],
    happenedOn: '2009-09-25',
    text: 'A shelter for women run by a local organization moved into a city-owned building.',
    ranBy: 'ngo',
    paidBy: 'ngo',
    governmentGave: ['in-kind', 'premises'],
    role: 'The city waived the rent and pays heating and electricity for one year.',
    actionKind: 'victim-services',
    sourceKind: 'civil-society',
    source: 'Visit to the shelter',
  },
  {
    loggedOn: '2009-10-05',
    about: [14],
    happenedOn: '2009-10-02',
    text: 'An embassy-funded theater group played a piece about labor recruiters in eleven villages.',
    ranBy: 'ngo',
    paidBy: 'us',
    actionKind: 'prevention',
    sourceKind: 'state-report',
    source: 'Grant report',
  },
  {
    loggedOn: '2009-10-14',
    about: [1, 2],
    happenedOn: '2009-10-12',
    text: 'The Prosecutor General opened a case against two district officials for sending pupils to pick cotton during school hours.',
    ranBy: 'government',
    paidBy: 'government',
    governmentGave: ['staff', 'legal'],
    actionKind: 'investigations',
    sourceKind: 'country-document',
    source: 'Letter of the Prosecutor General’s Office',
  },
];

/** Figures of the practice season: two can be taken as they are, two cannot. */
export const EXAMPLE_FIGURES: ExampleFigure[] = [
  {
    loggedOn: '2009-10-20',
    about: 4,
    from: '2009-05-01',
    until: '2009-09-30',
    term: 'criminal cases opened under the trafficking article',
    category: 'investigation',
    basis: 'trafficking-offence',
    count: 9,
    unit: 'cases',
    article: 'Criminal Code, art. 130.1',
    source: 'Ministry of Internal Affairs',
  },
  {
    loggedOn: '2009-10-20',
    about: 4,
    from: '2009-05-01',
    until: '2009-09-30',
    term: 'persons sentenced for recruiting by deceit',
    category: 'conviction',
    basis: 'other-offence-with-evidence',
    evidence: 'The verdicts name the buyers abroad and the forced labor.',
    count: 5,
    unit: 'persons',
    source: 'Supreme Court',
  },
  {
    loggedOn: '2009-10-21',
    about: 4,
    from: '2009-05-01',
    until: '2009-09-30',
    term: 'fines for prostitution',
    category: 'sentence',
    basis: 'related',
    count: 120,
    unit: 'persons',
    source: 'Ministry of Internal Affairs',
  },
  {
    loggedOn: '2009-10-21',
    about: 4,
    from: '2009-05-01',
    until: '2009-09-30',
    term: 'cases handed on',
    basis: 'trafficking-offence',
    count: 6,
    unit: 'cases',
    source: 'Ministry of Internal Affairs',
  },
];
