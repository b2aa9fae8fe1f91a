/** Codes of templates and of what is put into them: code → what it means and what to do, for the docs. */
export const TEMPLATE_CODES = {
  'template-syntax':
    'A Handlebars template or a placeholder in a text cannot be read. The caret shows where: mostly a brace or a closing {{/if}} is missing.',
  'template-unsupported':
    'A construct of Handlebars that kit does not have: raw output, decorators, partials with computed names. The hint says what to write instead.',
  'template-markup':
    'The two ways through a block leave the markup in different states, a value stands where data may not stand, or the template ends inside a tag or a comment. Open and close on the same side; put values into text or quoted attributes.',
  'unknown-path': 'A template or a text names something that a campaign does not have. The hint names the nearest that it has.',
  'unknown-helper':
    'A template or a text calls a helper that does not exist, or one that cannot be used in this way. The hint names the nearest.',
  'helper-arguments': 'A helper is given too few, too many or the wrong things. templates/CONTEXT.md says what each takes.',
  'unknown-partial': 'A template includes a partial that the template set does not have. The hint names the nearest.',
  'partial-recursion': 'A partial includes itself, directly or by way of others. Take one of them out.',
  'unguarded-optional':
    'A template prints a value that may be absent. Put it inside {{#if path}}…{{/if}}, or give a default: {{or path "…"}}.',
  'unprintable-value': 'A template prints a whole object, a list or a yes/no. Name the part of it that is meant.',
  'missing-value':
    'A value that is printed is absent for this library. Add it to the library, or guard it in the template or text.',
  'missing-text': 'A text that a piece needs is not written in this language. Write it, or take the piece away from the library.',
  'missing-word': 'A fixed word of the template set is not in its template.yaml in this language. Add it under `words:`.',
  'text-not-inline':
    'A text for which the piece has one line holds paragraphs, a heading or a list; or a list is given where one text belongs. Write one line, or let the template set ask for `block`.',
  'text-unsupported':
    'A text uses Markdown that kit does not print: HTML, pictures, code, tables, rules, links to elsewhere. Write the words alone; the template says how they look.',
  'leftover-placeholder':
    'Something that was meant to be replaced is still there: braces, [INSERT …], XX, TODO, lorem ipsum. Write what belongs there.',
} as const;
