/** What a template makes: groups, plans, and a portal that offers them. */
export interface Template {
  id: string
  plans: {
    name: string
    description: string
    group: string
    validation_method: 'sms' | 'email' | 'sms_or_email' | 'sms_and_email'
    usage_minutes?: number
    unlimited_usage?: boolean
    max_devices?: number
  }[]
}

const HOUR = 60
const DAY = 24 * HOUR
const WEEK = 7 * DAY

// Names and descriptions are what guests read: the operator puts them into their own words.
export const TEMPLATES: Template[] = [
  {
    id: 'cafe',
    plans: [
      {
        name: 'Wi-Fi',
        description: 'Two hours, one device',
        group: 'Guests',
        validation_method: 'sms',
        usage_minutes: 2 * HOUR,
        max_devices: 1,
      },
    ],
  },
  {
    id: 'hotel',
    plans: [
      {
        name: 'Guest Wi-Fi',
        description: 'One day, two devices',
        group: 'Guests',
        validation_method: 'sms_or_email',
        usage_minutes: DAY,
        max_devices: 2,
      },
      {
        name: 'Weekly Wi-Fi',
        description: 'Seven days, five devices',
        group: 'Members',
        validation_method: 'sms_and_email',
        usage_minutes: WEEK,
        max_devices: 5,
      },
    ],
  },
  {
    id: 'apartments',
    plans: [
      {
        name: 'Resident',
        description: 'For as long as you live here',
        group: 'Residents',
        validation_method: 'sms_and_email',
        unlimited_usage: true,
        max_devices: 10,
      },
      {
        name: 'Visitor',
        description: 'One day, two devices',
        group: 'Guests',
        validation_method: 'sms',
        usage_minutes: DAY,
        max_devices: 2,
      },
    ],
  },
  {
    id: 'campus',
    plans: [
      {
        name: 'Member',
        description: 'With your email address',
        group: 'Members',
        validation_method: 'email',
        unlimited_usage: true,
        max_devices: 5,
      },
      {
        name: 'Visitor',
        description: 'One day, one device',
        group: 'Guests',
        validation_method: 'sms',
        usage_minutes: DAY,
        max_devices: 1,
      },
    ],
  },
  {
    id: 'wisp',
    plans: [
      {
        name: 'Subscriber',
        description: 'Your connection at home',
        group: 'Subscribers',
        validation_method: 'sms_and_email',
        unlimited_usage: true,
        max_devices: 10,
      },
      {
        name: 'Free hour',
        description: 'To try it out',
        group: 'Guests',
        validation_method: 'sms',
        usage_minutes: HOUR,
        max_devices: 1,
      },
    ],
  },
]
