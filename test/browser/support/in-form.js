// Hands over what runs inside a page on one form: it leaves every field empty, or fills all but one with words that are
// hard to keep.
(
  () =>
  (form, { skip, isFilled }) => {
    const LINES = 'Line one of “two”: O’Brien’s <b>&amp; co</b>\n  and a second line, {{not}} a template';
    const WORDS = {
      text: 'O’Brien <i>"& co"</i> {{kept}}',
      email: 'no address at all',
      number: '7',
      date: '2009-11-06',
      search: 'kept',
      textarea: LINES,
    };
    const typed = {};
    for (const field of form.elements) {
      if (
        !field.name ||
        field.type === 'hidden' ||
        field.tagName === 'BUTTON' ||
        field.tagName === 'FIELDSET'
      )
        continue;
      if (field.type === 'checkbox' || field.type === 'radio') field.checked = false;
      else if (field.type === 'file') field.value = '';
      else if (field.tagName === 'SELECT')
        field.value = [...field.options].some(({ value }) => value === '') ? '' : field.value;
      else if (isFilled && field.name !== skip && field.type in WORDS)
        typed[field.name] = field.value = WORDS[field.type];
      else field.value = '';
    }
    return typed;
  }
)();
