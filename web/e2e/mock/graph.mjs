// A small invented network for looking at the pages without a hub. Nobody in it
// exists; nothing of this folder ships.
const hub = 'hub-mock'
export const organisations = {
  met: { id: 'org-met', hub, name: 'Northshire Police', country: 'GB', kind: 'POLICE', contact: 'Desk 1' },
  pr: { id: 'org-pr', hub, name: 'Poliția Valea Test', country: 'RO', kind: 'POLICE', contact: 'Birou 2' },
}
const first = ['Ionel', 'Vasilica', 'Dorin', 'Petrica', 'Mircea', 'Sorina', 'Luca', 'Ana', 'Radu', 'Elena']
const last = ['Testescu', 'Exemplu', 'Probă', 'Machetaru', 'Inventatu', 'Fictivescu', 'Model', 'Samplewright']

// A linear congruential generator: the same network on every start.
let seed = 7
const random = (n) => {
  seed = (seed * 1103515245 + 12345) % 2147483648
  return seed % n
}

const markingOf = (owner, scope, compartments) => ({
  owner,
  audience: {
    scope,
    officers: [],
    organisations: [],
    operations: scope === 'JOINT_TEAMS' ? [operationRef] : [],
  },
  classification: 'OFFICIAL_SENSITIVE',
  compartments,
  handling: ['P'],
  expires: null,
})
const operationRef = { id: 'op-golf', name: 'Operation Golf (invented)' }
const base = (id, owner, compartments = []) => ({
  id,
  hub,
  owner,
  source: `REP/${(1000 + random(9000)).toString()}`,
  grading: random(5)
    ? { scheme: owner.country === 'GB' ? 'UK_3X5X2' : 'SIENA', value: owner.country === 'GB' ? '1B' : 'A2' }
    : null,
  marking: markingOf(owner, 'JOINT_TEAMS', compartments),
  validity: { from: `200${7 + random(3)}-0${1 + random(9)}-1${random(9)}`, until: null },
  version: `v-${id}`,
  knownFrom: '2009-03-01T08:30:00Z',
  knownUntil: null,
})

export const records = new Map()
export const links = new Map()
const record = (kind, label, details, owner, compartments) => {
  const id = `r-${records.size.toString().padStart(4, '0')}`
  const made = { __typename: 'Record', ...base(id, owner, compartments), kind, label, details }
  records.set(id, made)
  return made
}
const link = (kind, from, to, details = null, owner = from.owner) => {
  const id = `l-${links.size.toString().padStart(5, '0')}`
  links.set(id, { __typename: 'Link', ...base(id, owner), kind, fromId: from.id, toId: to.id, details })
}
const owner = () => (random(2) ? organisations.met : organisations.pr)
const pick = (list) => list[random(list.length)]

const person = (name, by, child = false) =>
  record(
    'PERSON',
    name,
    {
      __typename: 'Person',
      name,
      alias: random(3) ? [] : ['Nea'],
      birthDate: `19${60 + random(30)}-04-1${random(9)}`,
      birthPlace: 'Valea Test',
      gender: pick(['FEMALE', 'MALE']),
      nationality: ['RO'],
      pseudonymous: child,
      child,
    },
    by,
    child ? ['CHILD'] : [],
  )

const people = []
const groups = []
for (let g = 0; g < 6; g++) {
  const group = []
  for (let i = 0; i < 26; i++) group.push(person(`${pick(first)} ${pick(last)} ${g * 26 + i}`, owner()))
  groups.push(group)
  people.push(...group)
}
for (const group of groups) {
  const house = record(
    'PLACE',
    `${10 + random(90)} Sample Road`,
    {
      __typename: 'Place',
      place: 'ADDRESS',
      name: null,
      address: 'Sample Road',
      city: 'Exampleton',
      postalCode: 'ZZ1 1ZZ',
      country: 'GB',
      locode: null,
      latitude: 51.5,
      longitude: -0.1,
    },
    organisations.met,
  )
  const phone = record(
    'PHONE',
    `+4407009${random(99999)}`,
    { __typename: 'Phone', number: '+40700900123', imei: null, imsi: null, network: null },
    owner(),
  )
  const account = record(
    'BANK_ACCOUNT',
    `RO49AAAA1B31${random(99999)}`,
    {
      __typename: 'BankAccount',
      iban: 'RO49AAAA1B31007593840000',
      accountNumber: null,
      bic: null,
      bankName: 'Banca Exemplu',
      holder: null,
      country: 'RO',
      currency: 'RON',
    },
    organisations.pr,
  )
  const coach = record(
    'JOURNEY',
    `Coach ${100 + random(900)} ROVLT–GBDVR`,
    {
      __typename: 'Journey',
      mode: 'COACH',
      carrier: 'Transtest',
      number: '101',
      from: 'ROBUH',
      to: 'GBDVR',
      departs: '2008-10-02T06:00:00Z',
      arrives: '2008-10-04T05:20:00Z',
    },
    organisations.met,
  )
  const car = record(
    'VEHICLE',
    `ZZ0${random(9)} TST`,
    {
      __typename: 'Vehicle',
      registrationNumber: 'ZZ08TST',
      country: 'GB',
      vin: null,
      make: 'Dacia',
      model: null,
      colour: null,
    },
    organisations.met,
  )
  group.forEach((p, i) => {
    if (i > 0)
      link('ASSOCIATE', group[random(i)], p, {
        __typename: 'Relationship',
        relationship: 'known together',
        strength: null,
      })
    if (i > 2 && random(2)) link('RECRUITED', group[0], p, { __typename: 'Recruitment', method: 'FRIENDS' })
    if (random(3) === 0) link('LIVES_AT', p, house)
    if (random(3) === 0)
      link('TRAVELLED_ON', p, coach, {
        __typename: 'Travel',
        booking: `B${random(9999)}`,
        document: null,
        seat: null,
      })
    if (random(8) === 0) link('USES', p, phone)
  })
  link('OWNS', group[0], account)
  link('USES', group[1], car)
  for (let i = 0; i < 4; i++)
    link('TRANSFERRED', account, pick([...records.values()].filter((r) => r.kind === 'BANK_ACCOUNT')), {
      __typename: 'Transfer',
      amount: '1250.00',
      currency: 'GBP',
      at: '2008-11-03T10:00:00Z',
      reference: null,
    })
  const child = person(`Child ${records.size}`, organisations.met, true)
  link('HARBOURED', house, child)
  link('CONTROLS', group[2], child, {
    __typename: 'ControlHeld',
    controls: ['DEBT_BONDAGE', 'WITHHOLDS_DOCUMENTS'],
  })
}
for (let i = 1; i < groups.length; i++)
  link('ASSOCIATE', groups[i - 1][random(26)], groups[i][random(26)], {
    __typename: 'Relationship',
    relationship: 'cousins',
    strength: 2,
  })
const twin = person(`${people[0].label} (RO file)`, organisations.pr)
link('SAME_AS', people[0], twin, null, organisations.met)
link('FAMILY', twin, people[3], { __typename: 'Relationship', relationship: 'brother', strength: null })

export const involvements = people.slice(0, 60).map((p, i) => ({
  __typename: 'Involvement',
  ...base(`i-${i}`, p.owner),
  operationId: operationRef.id,
  personId: p.id,
  role: i % 4 === 0 ? 'VICTIM' : i % 9 === 0 ? 'WITNESS' : 'SUSPECT',
}))
export const operation = {
  __typename: 'Operation',
  ...operationRef,
  hub,
  ended: null,
  agreement: {
    legalBasis: 'Council Framework Decision 2002/465/JHA',
    purpose: 'Trafficking of children for forced begging and theft',
    signed: '2008-09-01',
    from: '2008-09-01',
    until: '2010-12-31',
  },
  parties: Object.values(organisations).map((organisation) => ({
    organisation,
    from: '2008-09-01T00:00:00Z',
    until: null,
  })),
  members: ['Alex Sampleton', 'Maria Exemplu', 'Sam Testworth', 'Ion Probă'].map((name, i) => ({
    officerId: `off-${i}`,
    name,
    organisation: i % 2 ? organisations.pr : organisations.met,
    role: ['LEADER', 'LEADER', 'ANALYST', 'INVESTIGATOR'][i],
    from: '2008-09-01T00:00:00Z',
    until: null,
  })),
}
