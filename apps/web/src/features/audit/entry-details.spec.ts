import { detailsOf } from './entry-details';

describe('the details of an entry of the trail', () => {
  it.each([
    [{ step: 'one-day', attempt: 1 }, 'attempt: 1'],
    [{ kind: 'recommendation' }, 'kind: Step on a recommendation'],
    [{ kind: 'other' }, 'kind: Something else'],
    [{ kind: 'cable' }, 'kind: '],
  ])('words %j', (detail, told) => {
    const said = detailsOf(detail);
    expect(said).toContain(told);
    expect(said).not.toMatch(/one-day|: (other|recommendation|cable)$/);
  });

  it('leaves out ids and what it knows no name for', () => {
    expect(detailsOf({ number: '01a213cc-4b8e-75cb-b63c-24960c171f7c', inner: 'x', rows: 3 })).toBe(
      'rows: 3',
    );
  });
});
