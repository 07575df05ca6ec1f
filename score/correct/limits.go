package correct

// scorePlaces are the places that a score in proportion has at least: the finance ministry's platform prints two.
const scorePlaces = 2
