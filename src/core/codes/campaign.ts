/** Codes of a campaign that says something that cannot be: code → what it means and what to do, for the docs. */
export const CAMPAIGN_CODES = {
  'unknown-key': 'A key that kit does not know. Perhaps it is misspelt; the hint names the nearest known key.',
  'missing-key': 'A key that must be there is missing.',
  'wrong-shape': 'A list stands where a map belongs, a map where a text belongs, or the like.',
  'unknown-word': 'A value is not one of the few words that may stand here. The hint names the nearest.',
  'not-a-number': 'A number belongs here.',
  'key-unsafe':
    'A key that people choose (of a session, a contact, a guest, a picture) has to be a plain word: letters, digits, - and _.',
  'id-unsafe': 'An id becomes the name of a folder: small letters, digits and hyphens, and no name that Windows reserves.',
  'duplicate-library': 'Two libraries have the same id, so that one kit would overwrite the other.',
  'no-libraries': 'The campaign has no library to make a kit for.',
  'date-invalid': 'A date cannot be read, or is no day of the calendar.',
  'time-invalid': 'A time of day cannot be read.',
  'weekday-mismatch': 'A weekday is written before a date that falls on another weekday. One of the two is wrong.',
  'missing-date': 'A session has no date, or the event has neither a session nor a period.',
  'unknown-session':
    'A library changes the date, time or room of the session `main`, which the campaign does not have. Name the session: event.sessions.<name>.start.',
  'end-equals-start': 'An event ends at the minute that it starts.',
  'end-before-start':
    'An event ends before it starts. An end after midnight is fine; one later than noon of the next day is not believed.',
  'doors-after-start': 'The doors open after the event has started.',
  'period-reversed': 'A period ends before it begins.',
  'session-outside-period': 'A session lies outside the period of the event.',
  'deadline-after-event': 'Sign-up opens or closes, or the press release is dated, after the event.',
  'booking-reversed': 'Sign-up closes before it opens.',
  'booking-without-way': 'Sign-up is required, but there is no address, telephone number or mail address to sign up at.',
  'embargo-without-until': 'The press release is embargoed, but not until when.',
  'embargo-after-event': 'The embargo ends after the event, so nobody could write of it in time.',
  'until-without-embargo': 'A time is given for the end of an embargo, but the press release is for immediate release.',
  'timezone-unknown': 'The time zone is not in the IANA list. Danish campaigns use Europe/Copenhagen.',
  'unknown-language': 'A language that the campaign does not have, or that kit cannot write dates in.',
  'unused-language': 'A text is written in a language that the campaign does not have; it will not be printed.',
  'missing-translation': 'A text is written in one language of the campaign and not in another.',
  'url-unsafe': 'An address that is neither http, https nor mailto.',
  'url-invalid': 'A web address cannot be read as one.',
  'email-invalid': 'A mail address cannot be read as one.',
  'email-private': 'A mail address at a private provider (gmail, hotmail …) is about to be printed on public material.',
  'phone-invalid': 'A telephone number cannot be read as one.',
  'unknown-guest': 'A session names a guest that is not under `guests`.',
  'unknown-image': 'A guest names a picture that is not under `images`.',
  'unknown-piece': 'The template set has no piece of this name.',
  'size-unknown': 'A size that kit does not know.',
  'output-unknown': 'An output that the template set does not make for this piece.',
  'extra-unknown':
    'A key under `extra` that the template set does not declare, or a value that is not of the type that it declares.',
  'filter-unknown': '--library, --language or --piece names something that the campaign does not have.',
  'text-date-mismatch':
    'A date in a text is none of the library’s own. Write {{date}} where the event’s own date is meant, or {{date "2012-05-10"}} for another day.',
  'text-weekday-mismatch':
    'A weekday in a text is none of the library’s own, or contradicts the date that it stands before. Write {{date "weekday"}}.',
  'text-time-mismatch':
    'A time in a text is none of the library’s own. Write {{time}} or {{times}} where the event’s own is meant, or {{time "18:30"}} for another.',
  'paste-hyphen':
    'A hyphen is left inside a word from a line break of the text that it was copied from. Delete it; a meant one can be a non-breaking hyphen.',
  'paste-missing-space': 'A space is missing after a full stop or a comma.',
  'paste-doubled-space': 'Two spaces stand side by side.',
  'paste-straight-quote': 'A typewriter’s quotation mark stands in a text. Use the language’s own.',
} as const;
