import fc from 'fast-check';

/** What `npm test` draws is the same each time; the full numbers are drawn anew. */
if (process.env.KIT_FULL === undefined) fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: 20121206 });
