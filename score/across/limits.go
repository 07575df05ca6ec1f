package across

// figuresToCompare: forms with fewer figures may be alike by chance, or not filled in.
const figuresToCompare = 6
