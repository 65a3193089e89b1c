import { CHECKLIST_WORDS } from '../../../src/api/checklist-words.ts'

/** What each point of the checklist is about: the API tells it in English, and so does the console. */
export const checklist = CHECKLIST_WORDS
