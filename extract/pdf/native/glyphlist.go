package native

// glyphList is the part of the Adobe Glyph List that forms and reports can need (Latin, Greek, Cyrillic, punctuation,
// mathematics, arrows, shapes): names of glyphs, each with its code point in hexadecimal.
const glyphList = `
A 0041 AE 00C6 AEacute 01FC AEmacron 01E2 Aacute 00C1 Abreve 0102 Acaron 01CD Acircumflex 00C2 Acyrillic 0410
Adblgrave 0200 Adieresis 00C4 Adieresismacron 01DE Adotmacron 01E0 Agrave 00C0 Ainvertedbreve 0202 Alpha 0391
Alphatonos 0386 Amacron 0100 Aogonek 0104 Aring 00C5 Aringacute 01FA Atilde 00C3 B 0042 Becyrillic 0411 Beta 0392
Bhook 0181 Btopbar 0182 C 0043 Cacute 0106 Ccaron 010C Ccedilla 00C7 Ccircumflex 0108 Cdot 010A Cdotaccent 010A
Checyrillic 0427 Chi 03A7 Chook 0187 D 0044 DZ 01F1 DZcaron 01C4 Dafrican 0189 Dcaron 010E Dcroat 0110 Decyrillic
0414 Deicoptic 03EE Delta 2206 Deltagreek 0394 Dhook 018A Digammagreek 03DC Djecyrillic 0402 Dslash 0110 Dtopbar
018B Dz 01F2 Dzcaron 01C5 Dzecyrillic 0405 Dzhecyrillic 040F E 0045 Eacute 00C9 Ebreve 0114 Ecaron 011A Ecircumflex
00CA Ecyrillic 0404 Edblgrave 0204 Edieresis 00CB Edot 0116 Edotaccent 0116 Efcyrillic 0424 Egrave 00C8 Eightroman
2167 Einvertedbreve 0206 Elcyrillic 041B Elevenroman 216A Emacron 0112 Emcyrillic 041C Encyrillic 041D Eng 014A
Eogonek 0118 Eopen 0190 Epsilon 0395 Epsilontonos 0388 Ercyrillic 0420 Ereversed 018E Ereversedcyrillic 042D
Escyrillic 0421 Esh 01A9 Eta 0397 Etatonos 0389 Eth 00D0 Euro 20AC Ezh 01B7 Ezhcaron 01EE Ezhreversed 01B8 F 0046
Feicoptic 03E4 Fhook 0191 Fiveroman 2164 Fourroman 2163 G 0047 Gacute 01F4 Gamma 0393 Gammaafrican 0194 Gangiacoptic
03EA Gbreve 011E Gcaron 01E6 Gcedilla 0122 Gcircumflex 011C Gcommaaccent 0122 Gdot 0120 Gdotaccent 0120 Gecyrillic
0413 Gheupturncyrillic 0490 Ghook 0193 Gjecyrillic 0403 Gstroke 01E4 H 0048 H18533 25CF H18543 25AA H18551 25AB
H22073 25A1 Hardsigncyrillic 042A Hbar 0126 Hcircumflex 0124 Horicoptic 03E8 I 0049 IAcyrillic 042F IJ 0132
IUcyrillic 042E Iacute 00CD Ibreve 012C Icaron 01CF Icircumflex 00CE Icyrillic 0406 Idblgrave 0208 Idieresis 00CF
Idot 0130 Idotaccent 0130 Iecyrillic 0415 Ifraktur 2111 Igrave 00CC Iicyrillic 0418 Iinvertedbreve 020A
Iishortcyrillic 0419 Imacron 012A Iocyrillic 0401 Iogonek 012E Iota 0399 Iotaafrican 0196 Iotadieresis 03AA
Iotatonos 038A Istroke 0197 Itilde 0128 J 004A Jcircumflex 0134 Jecyrillic 0408 K 004B Kacyrillic 041A Kappa 039A
Kcaron 01E8 Kcedilla 0136 Kcommaaccent 0136 Khacyrillic 0425 Kheicoptic 03E6 Khook 0198 Kjecyrillic 040C Koppagreek
03DE L 004C LJ 01C7 Lacute 0139 Lambda 039B Lcaron 013D Lcedilla 013B Lcommaaccent 013B Ldot 013F Ldotaccent 013F Lj
01C8 Ljecyrillic 0409 Lslash 0141 M 004D Mturned 019C Mu 039C N 004E NJ 01CA Nacute 0143 Ncaron 0147 Ncedilla 0145
Ncommaaccent 0145 Nhookleft 019D Nineroman 2168 Nj 01CB Njecyrillic 040A Ntilde 00D1 Nu 039D O 004F OE 0152 Oacute
00D3 Obreve 014E Ocaron 01D1 Ocenteredtilde 019F Ocircumflex 00D4 Ocyrillic 041E Odblacute 0150 Odblgrave 020C
Odieresis 00D6 Ograve 00D2 Ohm 2126 Ohorn 01A0 Ohungarumlaut 0150 Oi 01A2 Oinvertedbreve 020E Omacron 014C Omega
2126 Omegagreek 03A9 Omegatonos 038F Omicron 039F Omicrontonos 038C Oneroman 2160 Oogonek 01EA Oogonekmacron 01EC
Oopen 0186 Oslash 00D8 Oslashacute 01FE Ostrokeacute 01FE Otilde 00D5 P 0050 Pecyrillic 041F Phi 03A6 Phook 01A4 Pi
03A0 Psi 03A8 Q 0051 R 0052 Racute 0154 Rcaron 0158 Rcedilla 0156 Rcommaaccent 0156 Rdblgrave 0210 Rfraktur 211C Rho
03A1 Rinvertedbreve 0212 S 0053 SF010000 250C SF020000 2514 SF030000 2510 SF040000 2518 SF050000 253C SF060000 252C
SF070000 2534 SF080000 251C SF090000 2524 SF100000 2500 SF110000 2502 SF190000 2561 SF200000 2562 SF210000 2556
SF220000 2555 SF230000 2563 SF240000 2551 SF250000 2557 SF260000 255D SF270000 255C SF280000 255B SF360000 255E
SF370000 255F SF380000 255A SF390000 2554 SF400000 2569 SF410000 2566 SF420000 2560 SF430000 2550 SF440000 256C
SF450000 2567 SF460000 2568 SF470000 2564 SF480000 2565 SF490000 2559 SF500000 2558 SF510000 2552 SF520000 2553
SF530000 256B SF540000 256A Sacute 015A Sampigreek 03E0 Scaron 0160 Scedilla 015E Schwa 018F Scircumflex 015C
Scommaaccent 0218 Sevenroman 2166 Shacyrillic 0428 Shchacyrillic 0429 Sheicoptic 03E2 Shimacoptic 03EC Sigma 03A3
Sixroman 2165 Softsigncyrillic 042C Stigmagreek 03DA T 0054 Tau 03A4 Tbar 0166 Tcaron 0164 Tcedilla 0162
Tcommaaccent 0162 Tecyrillic 0422 Tenroman 2169 Theta 0398 Thook 01AC Thorn 00DE Threeroman 2162 Tonefive 01BC
Tonesix 0184 Tonetwo 01A7 Tretroflexhook 01AE Tsecyrillic 0426 Tshecyrillic 040B Twelveroman 216B Tworoman 2161 U
0055 Uacute 00DA Ubreve 016C Ucaron 01D3 Ucircumflex 00DB Ucyrillic 0423 Udblacute 0170 Udblgrave 0214 Udieresis
00DC Udieresisacute 01D7 Udieresiscaron 01D9 Udieresisgrave 01DB Udieresismacron 01D5 Ugrave 00D9 Uhorn 01AF
Uhungarumlaut 0170 Uinvertedbreve 0216 Umacron 016A Uogonek 0172 Upsilon 03A5 Upsilon1 03D2
Upsilonacutehooksymbolgreek 03D3 Upsilonafrican 01B1 Upsilondieresis 03AB Upsilondieresishooksymbolgreek 03D4
Upsilonhooksymbol 03D2 Upsilontonos 038E Uring 016E Ushortcyrillic 040E Utilde 0168 V 0056 Vecyrillic 0412 Vhook
01B2 W 0057 Wcircumflex 0174 X 0058 Xi 039E Y 0059 Yacute 00DD Ycircumflex 0176 Ydieresis 0178 Yericyrillic 042B
Yhook 01B3 Yicyrillic 0407 Z 005A Zacute 0179 Zcaron 017D Zdot 017B Zdotaccent 017B Zecyrillic 0417 Zeta 0396
Zhecyrillic 0416 Zstroke 01B5 a 0061 aacute 00E1 abreve 0103 acaron 01CE acircumflex 00E2 acute 00B4 acutelowmod
02CF acyrillic 0430 adblgrave 0201 adieresis 00E4 adieresismacron 01DF adotmacron 01E1 ae 00E6 aeacute 01FD aemacron
01E3 afii00208 2015 afii08941 20A4 afii10017 0410 afii10018 0411 afii10019 0412 afii10020 0413 afii10021 0414
afii10022 0415 afii10023 0401 afii10024 0416 afii10025 0417 afii10026 0418 afii10027 0419 afii10028 041A afii10029
041B afii10030 041C afii10031 041D afii10032 041E afii10033 041F afii10034 0420 afii10035 0421 afii10036 0422
afii10037 0423 afii10038 0424 afii10039 0425 afii10040 0426 afii10041 0427 afii10042 0428 afii10043 0429 afii10044
042A afii10045 042B afii10046 042C afii10047 042D afii10048 042E afii10049 042F afii10050 0490 afii10051 0402
afii10052 0403 afii10053 0404 afii10054 0405 afii10055 0406 afii10056 0407 afii10057 0408 afii10058 0409 afii10059
040A afii10060 040B afii10061 040C afii10062 040E afii10065 0430 afii10066 0431 afii10067 0432 afii10068 0433
afii10069 0434 afii10070 0435 afii10071 0451 afii10072 0436 afii10073 0437 afii10074 0438 afii10075 0439 afii10076
043A afii10077 043B afii10078 043C afii10079 043D afii10080 043E afii10081 043F afii10082 0440 afii10083 0441
afii10084 0442 afii10085 0443 afii10086 0444 afii10087 0445 afii10088 0446 afii10089 0447 afii10090 0448 afii10091
0449 afii10092 044A afii10093 044B afii10094 044C afii10095 044D afii10096 044E afii10097 044F afii10098 0491
afii10099 0452 afii10100 0453 afii10101 0454 afii10102 0455 afii10103 0456 afii10104 0457 afii10105 0458 afii10106
0459 afii10107 045A afii10108 045B afii10109 045C afii10110 045E afii10145 040F afii10193 045F afii299 200E afii300
200F afii301 200D afii57636 20AA afii61248 2105 afii61289 2113 afii61352 2116 afii61573 202C afii61574 202D
afii61575 202E afii61664 200C agrave 00E0 ainvertedbreve 0203 aleph 2135 allequal 224C alpha 03B1 alphatonos 03AC
amacron 0101 ampersand 0026 angle 2220 anglebracketleft 3008 anglebracketright 3009 angleleft 2329 angstrom 212B
anoteleia 0387 aogonek 0105 approaches 2250 approxequal 2248 approxequalorimage 2252 approximatelyequal 2245 arc
2312 aring 00E5 aringacute 01FB arrowboth 2194 arrowdashdown 21E3 arrowdashleft 21E0 arrowdashright 21E2 arrowdashup
21E1 arrowdblboth 21D4 arrowdbldown 21D3 arrowdblleft 21D0 arrowdblright 21D2 arrowdblup 21D1 arrowdown 2193
arrowdownleft 2199 arrowdownright 2198 arrowdownwhite 21E9 arrowleft 2190 arrowleftdbl 21D0 arrowleftdblstroke 21CD
arrowleftoverright 21C6 arrowleftwhite 21E6 arrowright 2192 arrowrightdblstroke 21CF arrowrightoverleft 21C4
arrowrightwhite 21E8 arrowtableft 21E4 arrowtabright 21E5 arrowup 2191 arrowupdn 2195 arrowupdnbse 21A8
arrowupdownbase 21A8 arrowupleft 2196 arrowupleftofdown 21C5 arrowupright 2197 arrowupwhite 21E7 asciicircum 005E
asciitilde 007E asterisk 002A asteriskmath 2217 asterism 2042 asymptoticallyequal 2243 at 0040 atilde 00E3 b 0062
backslash 005C bar 007C beamedsixteenthnotes 266C because 2235 becyrillic 0431 beta 03B2 betasymbolgreek 03D0
blackcircle 25CF blackdiamond 25C6 blackdownpointingtriangle 25BC blackleftpointingpointer 25C4
blackleftpointingtriangle 25C0 blacklenticularbracketleft 3010 blacklenticularbracketright 3011
blacklowerlefttriangle 25E3 blacklowerrighttriangle 25E2 blackrectangle 25AC blackrightpointingpointer 25BA
blackrightpointingtriangle 25B6 blacksmallsquare 25AA blacksmilingface 263B blacksquare 25A0 blackstar 2605
blackupperlefttriangle 25E4 blackupperrighttriangle 25E5 blackuppointingsmalltriangle 25B4 blackuppointingtriangle
25B2 block 2588 braceleft 007B braceright 007D bracketleft 005B bracketright 005D breve 02D8 brokenbar 00A6 bstroke
0180 btopbar 0183 bullet 2022 bulletinverse 25D8 bulletoperator 2219 bullseye 25CE c 0063 cacute 0107 capslock 21EA
careof 2105 caron 02C7 carriagereturn 21B5 ccaron 010D ccedilla 00E7 ccircumflex 0109 cdot 010B cdotaccent 010B
cedilla 00B8 cent 00A2 centigrade 2103 checyrillic 0447 chi 03C7 chook 0188 circle 25CB circlemultiply 2297 circleot
2299 circleplus 2295 circlepostalmark 3036 circlewithlefthalfblack 25D0 circlewithrighthalfblack 25D1 circumflex
02C6 clear 2327 clickalveolar 01C2 clickdental 01C0 clicklateral 01C1 clickretroflex 01C3 club 2663 clubsuitblack
2663 clubsuitwhite 2667 colon 003A colonmonetary 20A1 colonsign 20A1 colontriangularhalfmod 02D1 colontriangularmod
02D0 comma 002C compass 263C congruent 2245 contourintegral 222E control 2303 controlDEL 007F copyright 00A9
cornerbracketleft 300C cornerbracketright 300D cruzeiro 20A2 curlyand 22CF curlyor 22CE currency 00A4 d 0064 dagger
2020 daggerdbl 2021 dblanglebracketleft 300A dblanglebracketright 300B dblarrowleft 21D4 dblarrowright 21D2
dblintegral 222C dbllowline 2017 dblverticalbar 2016 dcaron 010F dcroat 0111 decyrillic 0434 degree 00B0 deicoptic
03EF deleteright 2326 delta 03B4 deltaturned 018D dialytikatonos 0385 diamond 2666 diamondsuitwhite 2662 dieresis
00A8 dieresistonos 0385 dittomark 3003 divide 00F7 divides 2223 divisionslash 2215 djecyrillic 0452 dkshade 2593
dmacron 0111 dnblock 2584 dollar 0024 dong 20AB dotaccent 02D9 dotlessi 0131 dotmath 22C5 dottedcircle 25CC
downtackmod 02D5 dtopbar 018C dz 01F3 dzcaron 01C6 dzecyrillic 0455 dzhecyrillic 045F e 0065 eacute 00E9 earth 2641
ebreve 0115 ecaron 011B ecircumflex 00EA ecyrillic 0454 edblgrave 0205 edieresis 00EB edot 0117 edotaccent 0117
efcyrillic 0444 egrave 00E8 eight 0038 eightcircle 2467 eighteencircle 2471 eighthangzhou 3028 eighthnotebeamed 266B
eightinferior 2088 eightroman 2177 eightsuperior 2078 einvertedbreve 0207 elcyrillic 043B element 2208 elevencircle
246A elevenroman 217A ellipsis 2026 ellipsisvertical 22EE emacron 0113 emcyrillic 043C emdash 2014 emptyset 2205
encyrillic 043D endash 2013 eng 014B enspace 2002 eogonek 0119 epsilon 03B5 epsilontonos 03AD equal 003D
equalsuperior 207C equivalence 2261 ercyrillic 0440 ereversedcyrillic 044D escyrillic 0441 eshreversedloop 01AA
estimated 212E eta 03B7 etatonos 03AE eth 00F0 eturned 01DD euro 20AC exclam 0021 exclamdbl 203C exclamdown 00A1
existential 2203 ezhcaron 01EF ezhreversed 01B9 ezhtail 01BA f 0066 fahrenheit 2109 feicoptic 03E5 female 2640 ff
FB00 ffi FB03 ffl FB04 fi FB01 fifteencircle 246E figuredash 2012 filledbox 25A0 filledrect 25AC firsttonechinese
02C9 fisheye 25C9 five 0035 fivecircle 2464 fiveeighths 215D fivehangzhou 3025 fiveinferior 2085 fiveroman 2174
fivesuperior 2075 fl FB02 florin 0192 forall 2200 four 0034 fourcircle 2463 fourhangzhou 3024 fourinferior 2084
fourroman 2173 foursuperior 2074 fourteencircle 246D fourthtonechinese 02CB fraction 2044 franc 20A3 g 0067 gacute
01F5 gamma 03B3 gangiacoptic 03EB gbreve 011F gcaron 01E7 gcedilla 0123 gcircumflex 011D gcommaaccent 0123 gdot 0121
gdotaccent 0121 gecyrillic 0433 geometricallyequal 2251 germandbls 00DF getamark 3013 gheupturncyrillic 0491
gjecyrillic 0453 glottalinvertedstroke 01BE gradient 2207 grave 0060 gravelowmod 02CE greater 003E greaterequal 2265
greaterequalorless 22DB greaterorequivalent 2273 greaterorless 2277 greateroverequal 2267 gstroke 01E5 guillemotleft
00AB guillemotright 00BB guilsinglleft 2039 guilsinglright 203A h 0068 hardsigncyrillic 044A harpoonleftbarbup 21BC
harpoonrightbarbup 21C0 hbar 0127 hcircumflex 0125 heart 2665 heartsuitblack 2665 heartsuitwhite 2661 horicoptic
03E9 horizontalbar 2015 hotsprings 2668 house 2302 hungarumlaut 02DD hv 0195 hyphen 002D hyphentwo 2010 i 0069
iacute 00ED iacyrillic 044F ibreve 012D icaron 01D0 icircumflex 00EE icyrillic 0456 idblgrave 0209 ideographicclose
3006 ideographiccomma 3001 ideographiciterationmark 3005 ideographicperiod 3002 ideographicspace 3000
ideographiczero 3007 idieresis 00EF iecyrillic 0435 igrave 00EC iicyrillic 0438 iinvertedbreve 020B iishortcyrillic
0439 ij 0133 ilde 02DC imacron 012B imageorapproximatelyequal 2253 increment 2206 infinity 221E integral 222B
integralbottom 2321 integralbt 2321 integraltop 2320 integraltp 2320 intersection 2229 invbullet 25D8 invcircle 25D9
invsmileface 263B iocyrillic 0451 iogonek 012F iota 03B9 iotadieresis 03CA iotadieresistonos 0390 iotatonos 03AF
itilde 0129 iucyrillic 044E j 006A jcaron 01F0 jcircumflex 0135 jecyrillic 0458 jis 3004 k 006B kacyrillic 043A
kappa 03BA kappasymbolgreek 03F0 kcaron 01E9 kcedilla 0137 kcommaaccent 0137 kgreenlandic 0138 khacyrillic 0445
kheicoptic 03E7 khook 0199 kjecyrillic 045C l 006C lacute 013A lambda 03BB lambdastroke 019B largecircle 25EF lbar
019A lcaron 013E lcedilla 013C lcommaaccent 013C ldot 0140 ldotaccent 0140 less 003C lessequal 2264
lessequalorgreater 22DA lessorequivalent 2272 lessorgreater 2276 lessoverequal 2266 lfblock 258C lira 20A4 lj 01C9
ljecyrillic 0459 logicaland 2227 logicalnot 00AC logicalnotreversed 2310 logicalor 2228 longs 017F lozenge 25CA
lslash 0142 lsquare 2113 ltshade 2591 m 006D macron 00AF macronlowmod 02CD male 2642 mars 2642 middot 00B7 minus
2212 minuscircle 2296 minusmod 02D7 minusplus 2213 minute 2032 mu 00B5 mu1 00B5 muchgreater 226B muchless 226A
mugreek 03BC multiply 00D7 musicalnote 266A musicalnotedbl 266B musicflatsign 266D musicsharpsign 266F n 006E nabla
2207 nacute 0144 napostrophe 0149 nbspace 00A0 ncaron 0148 ncedilla 0146 ncommaaccent 0146 newsheqelsign 20AA nine
0039 ninecircle 2468 ninehangzhou 3029 nineinferior 2089 nineroman 2178 ninesuperior 2079 nineteencircle 2472 nj
01CC njecyrillic 045A nlegrightlong 019E nonbreakingspace 00A0 notcontains 220C notelement 2209 notelementof 2209
notequal 2260 notgreater 226F notgreaternorequal 2271 notgreaternorless 2279 notidentical 2262 notless 226E
notlessnorequal 2270 notparallel 2226 notprecedes 2280 notsubset 2284 notsucceeds 2281 notsuperset 2285 nsuperior
207F ntilde 00F1 nu 03BD numbersign 0023 numeralsigngreek 0374 numeralsignlowergreek 0375 numero 2116 o 006F oacute
00F3 obreve 014F ocaron 01D2 ocircumflex 00F4 ocyrillic 043E odblacute 0151 odblgrave 020D odieresis 00F6 oe 0153
ogonek 02DB ograve 00F2 ohorn 01A1 ohungarumlaut 0151 oi 01A3 oinvertedbreve 020F omacron 014D omega 03C9 omega1
03D6 omegatonos 03CE omicron 03BF omicrontonos 03CC one 0031 onecircle 2460 onedotenleader 2024 oneeighth 215B
onehalf 00BD onehangzhou 3021 oneinferior 2081 onequarter 00BC oneroman 2170 onesuperior 00B9 onethird 2153 oogonek
01EB oogonekmacron 01ED openbullet 25E6 option 2325 ordfeminine 00AA ordmasculine 00BA orthogonal 221F oslash 00F8
oslashacute 01FF ostrokeacute 01FF otilde 00F5 overline 203E overscore 00AF p 0070 pagedown 21DF pageup 21DE
paragraph 00B6 parallel 2225 parenleft 0028 parenleftinferior 208D parenleftsuperior 207D parenright 0029
parenrightinferior 208E parenrightsuperior 207E partialdiff 2202 pecyrillic 043F percent 0025 period 002E
periodcentered 00B7 perpendicular 22A5 perthousand 2030 peseta 20A7 phi 03C6 phi1 03D5 phisymbolgreek 03D5 phook
01A5 pi 03C0 pisymbolgreek 03D6 plus 002B pluscircle 2295 plusminus 00B1 plusmod 02D6 plussuperior 207A
pointingindexdownwhite 261F pointingindexleftwhite 261C pointingindexrightwhite 261E pointingindexupwhite 261D
postalmark 3012 postalmarkface 3020 precedes 227A prescription 211E primereversed 2035 product 220F projective 2305
propellor 2318 propersubset 2282 propersuperset 2283 proportion 2237 proportional 221D psi 03C8 q 0071 quarternote
2669 question 003F questiondown 00BF questiongreek 037E quotedbl 0022 quotedblbase 201E quotedblleft 201C
quotedblprime 301E quotedblprimereversed 301D quotedblright 201D quoteleft 2018 quoteleftreversed 201B quotereversed
201B quoteright 2019 quoterightn 0149 quotesinglbase 201A quotesingle 0027 r 0072 racute 0155 radical 221A ratio
2236 rcaron 0159 rcedilla 0157 rcommaaccent 0157 rdblgrave 0211 referencemark 203B reflexsubset 2286 reflexsuperset
2287 registered 00AE reversedtilde 223D revlogicalnot 2310 rho 03C1 rhosymbolgreek 03F1 rightangle 221F
righttriangle 22BF ring 02DA ringhalfleftcentered 02D3 ringhalfrightcentered 02D2 rinvertedbreve 0213 rtblock 2590 s
0073 sacute 015B scaron 0161 scedilla 015F scircumflex 015D scommaaccent 0219 second 2033 secondtonechinese 02CA
section 00A7 semicolon 003B seven 0037 sevencircle 2466 seveneighths 215E sevenhangzhou 3027 seveninferior 2087
sevenroman 2176 sevensuperior 2077 seventeencircle 2470 sfthyphen 00AD shacyrillic 0448 shade 2592 shadedark 2593
shadelight 2591 shademedium 2592 shchacyrillic 0449 sheicoptic 03E3 sheqel 20AA sheqelhebrew 20AA shimacoptic 03ED
sigma 03C3 sigma1 03C2 sigmafinal 03C2 sigmalunatesymbolgreek 03F2 similar 223C six 0036 sixcircle 2465 sixhangzhou
3026 sixinferior 2086 sixroman 2175 sixsuperior 2076 sixteencircle 246F slash 002F slong 017F smileface 263A
softhyphen 00AD softsigncyrillic 044C space 0020 spacehackarabic 0020 spade 2660 spadesuitblack 2660 spadesuitwhite
2664 squarediagonalcrosshatchfill 25A9 squarehorizontalfill 25A4 squareorthogonalcrosshatchfill 25A6
squareupperlefttolowerrightfill 25A7 squareupperrighttolowerleftfill 25A8 squareverticalfill 25A5
squarewhitewithsmallblack 25A3 sterling 00A3 subset 2282 subsetnotequal 228A subsetorequal 2286 succeeds 227B
suchthat 220B summation 2211 sun 263C superset 2283 supersetnotequal 228B supersetorequal 2287 t 0074 tackdown 22A4
tackleft 22A3 tau 03C4 tbar 0167 tcaron 0165 tcedilla 0163 tcommaaccent 0163 tecyrillic 0442 telephone 2121
telephoneblack 260E tencircle 2469 tenroman 2179 thereexists 2203 therefore 2234 theta 03B8 theta1 03D1
thetasymbolgreek 03D1 thirteencircle 246C thook 01AD thorn 00FE three 0033 threecircle 2462 threeeighths 215C
threehangzhou 3023 threeinferior 2083 threequarters 00BE threeroman 2172 threesuperior 00B3 tilde 02DC tildeoperator
223C timescircle 2297 tonefive 01BD tonesix 0185 tonetwo 01A8 tonos 0384 tortoiseshellbracketleft 3014
tortoiseshellbracketright 3015 tpalatalhook 01AB trademark 2122 triagdn 25BC triaglf 25C4 triagrt 25BA triagup 25B2
tsecyrillic 0446 tshecyrillic 045B twelvecircle 246B twelveroman 217B twentycircle 2473 two 0032 twocircle 2461
twodotenleader 2025 twodotleader 2025 twohangzhou 3022 twoinferior 2082 tworoman 2171 twostroke 01BB twosuperior
00B2 twothirds 2154 u 0075 uacute 00FA ubreve 016D ucaron 01D4 ucircumflex 00FB ucyrillic 0443 udblacute 0171
udblgrave 0215 udieresis 00FC udieresisacute 01D8 udieresiscaron 01DA udieresisgrave 01DC udieresismacron 01D6
ugrave 00F9 uhorn 01B0 uhungarumlaut 0171 uinvertedbreve 0217 umacron 016B underscore 005F underscoredbl 2017 union
222A universal 2200 uogonek 0173 upblock 2580 upsilon 03C5 upsilondieresis 03CB upsilondieresistonos 03B0
upsilontonos 03CD uptackmod 02D4 uring 016F ushortcyrillic 045E utilde 0169 v 0076 vecyrillic 0432 venus 2640
verticalbar 007C verticallinelowmod 02CC verticallinemod 02C8 w 0077 wavedash 301C wcircumflex 0175 weierstrass 2118
whitebullet 25E6 whitecircle 25CB whitecircleinverse 25D9 whitecornerbracketleft 300E whitecornerbracketright 300F
whitediamond 25C7 whitediamondcontainingblacksmalldiamond 25C8 whitedownpointingsmalltriangle 25BF
whitedownpointingtriangle 25BD whiteleftpointingsmalltriangle 25C3 whiteleftpointingtriangle 25C1
whitelenticularbracketleft 3016 whitelenticularbracketright 3017 whiterightpointingsmalltriangle 25B9
whiterightpointingtriangle 25B7 whitesmallsquare 25AB whitesmilingface 263A whitesquare 25A1 whitestar 2606
whitetelephone 260F whitetortoiseshellbracketleft 3018 whitetortoiseshellbracketright 3019
whiteuppointingsmalltriangle 25B5 whiteuppointingtriangle 25B3 won 20A9 wynn 01BF x 0078 xi 03BE y 0079 yacute 00FD
ycircumflex 0177 ydieresis 00FF yen 00A5 yericyrillic 044B yhook 01B4 yicyrillic 0457 yinyang 262F yotgreek 03F3
ypogegrammeni 037A yr 01A6 z 007A zacute 017A zcaron 017E zdot 017C zdotaccent 017C zecyrillic 0437 zero 0030
zeroinferior 2080 zerosuperior 2070 zerowidthnonjoiner 200C zerowidthspace 200B zeta 03B6 zhecyrillic 0436 zstroke
01B6
`

// dingbatList is the same for ZapfDingbats, whose names (a1, a2, …) mean nothing in other fonts.
const dingbatList = `
a1 2701 a2 2702 a202 2703 a3 2704 a4 260E a5 2706 a119 2707 a118 2708 a117 2709 a11 261B a12 261E a13 270C a14 270D
a15 270E a16 270F a105 2710 a17 2711 a18 2712 a19 2713 a20 2714 a21 2715 a22 2716 a23 2717 a24 2718 a25 2719 a26
271A a27 271B a28 271C a6 271D a7 271E a8 271F a9 2720 a10 2721 a29 2722 a30 2723 a31 2724 a32 2725 a33 2726 a34
2727 a35 2605 a36 2729 a37 272A a38 272B a39 272C a40 272D a41 272E a42 272F a43 2730 a44 2731 a45 2732 a46 2733 a47
2734 a48 2735 a49 2736 a50 2737 a51 2738 a52 2739 a53 273A a54 273B a55 273C a56 273D a57 273E a58 273F a59 2740 a60
2741 a61 2742 a62 2743 a63 2744 a64 2745 a65 2746 a66 2747 a67 2748 a68 2749 a69 274A a70 274B a71 25CF a72 274D a73
25A0 a74 274F a203 2750 a75 2751 a204 2752 a76 25B2 a77 25BC a78 25C6 a79 2756 a81 25D7 a82 2758 a83 2759 a84 275A
a97 275B a98 275C a99 275D a100 275E a89 0080 a90 0081 a93 0082 a94 0083 a91 0084 a92 0085 a205 0086 a85 0087 a206
0088 a86 0089 a87 008A a88 008B a95 008C a96 008D a101 2761 a102 2762 a103 2763 a104 2764 a106 2765 a107 2766 a108
2767 a112 2663 a111 2666 a110 2665 a109 2660 a120 2460 a121 2461 a122 2462 a123 2463 a124 2464 a125 2465 a126 2466
a127 2467 a128 2468 a129 2469 a130 2776 a131 2777 a132 2778 a133 2779 a134 277A a135 277B a136 277C a137 277D a138
277E a139 277F a140 2780 a141 2781 a142 2782 a143 2783 a144 2784 a145 2785 a146 2786 a147 2787 a148 2788 a149 2789
a150 278A a151 278B a152 278C a153 278D a154 278E a155 278F a156 2790 a157 2791 a158 2792 a159 2793 a160 2794 a161
2192 a163 2194 a164 2195 a196 2798 a165 2799 a192 279A a166 279B a167 279C a168 279D a169 279E a170 279F a171 27A0
a172 27A1 a173 27A2 a162 27A3 a174 27A4 a175 27A5 a176 27A6 a177 27A7 a178 27A8 a179 27A9 a193 27AA a180 27AB a199
27AC a181 27AD a200 27AE a182 27AF a201 27B1 a183 27B2 a184 27B3 a197 27B4 a185 27B5 a194 27B6 a198 27B7 a186 27B8
a195 27B9 a187 27BA a188 27BB a189 27BC a190 27BD a191 27BE
`
