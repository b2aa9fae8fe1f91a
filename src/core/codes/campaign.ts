/** Codes of a campaign that says something that cannot be: code → what it means and what to do, for the docs. */
export const CAMPAIGN_CODES = {
  'unknown-key': 'A key that kit does not know here. Perhaps it is misspelt; the hint names the nearest known key.',
  'missing-key': 'A key that must be there is missing. Add it.',
  'wrong-shape': 'A list stands where a map belongs, a map where a text belongs, or the like. The hint shows how it is written.',
  'unknown-word': 'A value is not one of the few words that may stand here. The hint names the nearest.',
  'not-a-number': 'A number belongs here, in figures: 12 or 12,50.',
  'key-unsafe':
    'A key that people choose (of a session, a contact, a guest, a picture) has to be a plain word: letters, digits, - and _.',
  'id-unsafe': 'An id becomes the name of a folder: small letters, digits and hyphens, and no name that Windows reserves.',
  'duplicate-library':
    'Two libraries have the same id, so that one kit would overwrite the other. Neither is made until one of them is renamed.',
  'no-libraries': 'The campaign has no library to make a kit for. Name a file under `libraries:`, or list them there.',
  'date-invalid': 'A date cannot be read, or is no day of the calendar. Write 2012-12-06, 06-12-2012 or 6. december 2012.',
  'date-ambiguous':
    'A date with slashes whose day and month could be exchanged: 12/07/2027 is 12 July in Europe and 7 December in America. It is read as in Europe. Write 2027-07-12.',
  'time-invalid': 'A time of day cannot be read. Write 17:30 or 17.30.',
  'weekday-mismatch': 'A weekday is written before a date that falls on another weekday. One of the two is wrong: mend it.',
  'missing-date':
    'A session has no date, or the event has neither a session nor a period. Give the date in the campaign, or for each library.',
  'unknown-session':
    'A library changes the date, time or room of the session `main`, which the campaign does not have. Name the session: event.sessions.<name>.start.',
  'end-equals-start': 'An event ends at the minute that it starts. Mend one of the two, or leave the end out.',
  'end-before-start':
    'An event ends before it starts. An end after midnight is fine; one later than noon of the next day is not believed.',
  'doors-after-start': 'The doors open after the event has started. Mend one of the two.',
  'period-reversed': 'A period ends before it begins. Mend one of the two dates.',
  'session-outside-period': 'A session lies outside the period of the event. Mend its date, or make the period longer.',
  'deadline-after-event': 'Sign-up opens or closes, or the press release is dated, after the event. Mend one of the dates.',
  'booking-reversed': 'Sign-up closes before it opens. Mend one of the two dates.',
  'booking-without-way': 'Sign-up is required, but there is no address, telephone number or mail address to sign up at. Add one.',
  'embargo-without-until': 'The press release is embargoed, but not until when. Add `until`.',
  'embargo-after-event': 'The embargo ends after the event, so nobody could write of it in time. Let it end earlier.',
  'until-without-embargo':
    'A time is given for the end of an embargo, but the press release is for immediate release. Say which of the two is meant.',
  'timezone-unknown': 'The time zone is not in the IANA list. Danish campaigns use Europe/Copenhagen.',
  'unknown-language': 'A language that the campaign does not have, that kit cannot write dates in, or that is named twice.',
  'profile-unknown':
    'A print profile is named that there is none of. The hint names the nearest; write your own under `profiles:`.',
  'profile-circular': 'Print profiles extend each other in a circle. Let one of them extend one that comes with kit.',
  'profile-setting':
    'A setting of a print profile that is out of all range, or that its kind does not have: an ink limit is for print shops’ files.',
  'profile-unused':
    'A library names a print profile of a kind that no piece is made for. Ask for such files under `pieces`, or delete the name.',
  'quantity-unused':
    'A library says how many it wants printed of a file that is not made for a print shop. Mend the name, or ask for the file under `pieces`.',
  'output-intent':
    'A file that a print profile names as its `output_intent` is no ICC profile for CMYK output that kit can separate colours by.',
  'unused-language':
    'A text is written in a language that the campaign does not have; it will not be printed. Add the language, or delete the text.',
  'missing-translation':
    'A text is written in one language of the campaign and not in another. Write it there, too; where the words are the same in all languages, write them once, without a language.',
  'url-unsafe':
    'An address that is neither http, https nor mailto: a click on it could run something. Use one that begins with https://.',
  'url-invalid': 'A web address cannot be read as one. Write it whole, from https:// on.',
  'email-invalid': 'A mail address cannot be read as one. Write name@example.org.',
  'email-private':
    'A mail address at a private provider (gmail, hotmail …) is about to be printed on public material. Use one of the library’s.',
  'postcode-invalid':
    'A postcode with too few or too many figures. Mostly a spreadsheet took it for a number and dropped the zero in front: format the column as text.',
  'currency-unknown': 'A currency is named by the three letters of ISO 4217. Danish kroner are DKK.',
  'phone-invalid': 'A telephone number cannot be read as one. Write 33 12 34 56 or +45 33 12 34 56.',
  'unknown-guest': 'A session names a guest that is not under `guests`. The hint names the nearest.',
  'unknown-image': 'A guest names a picture that is not under `images`. The hint names the nearest.',
  'unknown-piece': 'The template set has no piece of this name. The hint names the nearest.',
  'size-unknown': 'A size that kit does not know. Write A3, A4 landscape, DL, US letter, 500x700mm or 1080x1350px.',
  'output-unknown': 'An output that the template set does not make for this piece. The hint lists those that it makes.',
  'extra-unknown':
    'A key under `extra` that the template set does not declare, or a value that is not of the type that it declares. Mend the key or the value, or declare it under `extra:` in template.yaml.',
  'filter-unknown':
    '--library, --language or --piece names something that the campaign does not have. The hint names the nearest.',
  'text-date-mismatch':
    'A date in a text is none of the library’s own. Write {{date}} where the event’s own date is meant, or {{date "2012-05-10"}} for another day.',
  'text-weekday-mismatch':
    'A weekday in a text is none of the library’s own, or contradicts the date that it stands before. Write {{date "weekday"}}.',
  'text-time-mismatch':
    'A time in a text is none of the library’s own. Write {{time}} or {{times}} where the event’s own is meant, or {{time "18:30"}} for another.',
  'unused-text': 'No piece of the template set uses a text with this key. Perhaps the key is misspelt.',
  'text-not-list':
    'The template set asks for a list of points, but one text stands here; it is printed as one point. Begin each point on a line of its own with “- ”.',
  'paste-hyphen':
    'A hyphen is left inside a word from a line break of the text that it was copied from. Delete it; a meant one can be a non-breaking hyphen.',
  'paste-missing-space': 'A space is missing after a full stop or a comma. Put one there.',
  'paste-doubled-space': 'Two spaces stand side by side. Delete one.',
  'paste-straight-quote':
    'A typewriter’s quotation mark stands in a text. kit prints the language’s own in its place, mostly the right one; better write them: »…« in Danish, “…” in English.',
  'paste-invisible':
    'A character that nobody sees (a zero-width space, a byte order mark, another program’s line break) came along with a copied text. It hinders searching and dividing: delete it.',
  'paste-ligature': 'Two letters stand as one character (ﬁ) in a copied text: nobody finds the word. Write the letters.',
  'paste-bullet': 'A line begins with a word processor’s bullet, so it is no point of a list. Begin it with “- ”.',
  'paste-private-use':
    'A character without a meaning of its own, from a font such as Symbol or Wingdings. Type the character that is meant.',
  'paste-lookalike':
    'A word mixes letters of two alphabets that look alike, as a Cyrillic “а” among Latin letters: it cannot be searched for or read aloud. Type it anew.',
} as const;
