"""Phrases that invented cases are put together from; ``{who}``, ``{noun}``, ``{place}`` and ``{number}`` are blanks."""

_NAMES = (
    *("Alder", "Aspen", "Briar", "Clover", "Dell", "Elm", "Fern", "Gorse", "Hazel", "Iris", "Juniper", "Kestrel"),
    *("Lark", "Maple", "Nettle", "Oak", "Pebble", "Quill", "Rowan", "Sorrel", "Tansy", "Umber", "Vetch", "Willow"),
)
LABELS = (
    *(f"Child {letter}" for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
    *(f"Baby {letter}" for letter in "ABCDEFGHJKLMNPRSTW"),
    *(f"Child {first}{second}" for first in "ABCDKLMS" for second in "ABDEFGKLMNRST"),
    *_NAMES,
    *(f"Family {name}" for name in _NAMES),
)
HARMS = (
    "Death of a",
    "Serious injury to a",
    "Neglect of a",
    "Serious self-harm by a",
    "Sexual abuse of a",
    "Life-threatening illness of a",
    "Death by stabbing of a",
    "Suspected suicide of a",
)
ENDINGS = ("", "", " while in foster care", " after a fall", " at the home of a relative", " following a fire")
ISSUES = (
    "{label} lived with {who} and had moved {number} times.",
    "The family was known to {who} because of {noun}.",
    "{who} had raised concerns about {noun} on {number} occasions.",
    "There was a history of {noun} and of {noun}.",
    "{label} was not brought to {number} appointments at {place}.",
    "An assessment was begun at {place} and closed after {number} weeks.",
    "Records of {noun} were kept at {place} and not shared with {who}.",
    "{label} told {who} of being afraid at {place}.",
    "A referral about {noun} was made by {who}; it did not meet the threshold.",
    "The plan was reviewed {number} times without any change in {noun}.",
    "Police were called to {place} {number} times.",
    "{who} was not invited to the meeting held at {place}.",
    "Concerns about {noun} were put down to poverty.",
    "{label} had {number} social workers in three years.",
    "A home visit by {who} was announced a week ahead.",
)
LEARNING = (
    "the meaning of {noun} for the child was not explored with {who}",
    "information about {noun} should be sought from {place}",
    "{who} can be the first to see {noun}",
    "plans need to say what will change about {noun} within {number} weeks",
    "professionals at {place} worked without knowing of {noun}",
    "supervision should test what is believed about {noun}",
    "a child at {place} needs to be seen without {who}",
    "optimism about {noun} lasted for {number} months",
    "language used of {noun} shaped what {who} did",
    "history should be read before each decision about {noun}",
    "early help was offered for {noun} and not for its causes",
    "{who} felt unable to challenge the decision made at {place}",
)
RECOMMENDATIONS = (
    "children's social care to review how {noun} is recorded at {place}",
    "police to share information about {noun} with {who} within {number} days",
    "schools to agree with {who} how {noun} is reported",
    "the partnership to audit {number} cases of {noun}",
    "health visitors to ask about {noun} at each contact",
    "GPs to be told of {noun} by {place}",
    "the integrated care board to commission training on {noun} for {place}",
    "all agencies to include {who} in plans about {noun}",
    "housing to tell {who} of families at risk of {noun}",
    "CAMHS to offer advice to {place} about {noun}",
    "midwifery to refer {noun} to {who} by the twentieth week",
    "probation to attend meetings at {place} about {noun}",
)
WHO = (
    *("the health visitor", "a grandmother", "the school nurse", "an aunt", "the family support worker", "a neighbour"),
    *("the housing officer", "the father", "a youth worker", "the midwife", "a half-sister", "the foster carer"),
)
NOUNS = (
    *(
        "domestic abuse",
        "low mood",
        "alcohol misuse",
        "missed appointments",
        "debt",
        "poor home conditions",
        "bruising",
    ),
    *(
        "going missing",
        "online contact",
        "overcrowding",
        "exclusion",
        "substance misuse",
        "a new partner",
        "weight loss",
    ),
    *("sleep arrangements", "young carers", "home education", "placement moves", "learning disability", "self-harm"),
)
PLACES = (
    *("the children's centre", "the hospital", "the nursery", "the academy", "the surgery", "the hostel"),
    *("the contact centre", "the refuge", "the clinic", "the family hub", "the residential unit"),
)
