package rules

// aheadPercent: how far indicators may be ahead of spending before it is worth a word.
const aheadPercent = 20
