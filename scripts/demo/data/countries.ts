/** What the demo model knows about the world: one row a country. */

export type Continent = "Africa" | "Asia" | "Europe" | "North America" | "South America" | "Oceania";

export type Country = {
  /** Without its article: "Netherlands". */
  name: string;
  /** "the Netherlands" */
  article: "the" | undefined;
  /** Other names people type: "Holland". */
  aliases: readonly string[];
  /** One, the commonly named: "Pretoria" for South Africa. */
  capital: string;
  /** As inside a sentence: "euro", "Japanese yen". */
  currency: string;
  /** One to three official ones, the most spoken first. */
  languages: readonly string[];
  continent: Continent;
};

// name | other names | capital | currency | languages | continent, as of 2025
const table = `
Afghanistan |  | Kabul | Afghan afghani | Dari, Pashto | Asia
Albania |  | Tirana | Albanian lek | Albanian | Europe
Algeria |  | Algiers | Algerian dinar | Arabic, Berber | Africa
Andorra |  | Andorra la Vella | euro | Catalan | Europe
Angola |  | Luanda | Angolan kwanza | Portuguese | Africa
Antigua and Barbuda | Antigua | Saint John's | Eastern Caribbean dollar | English | North America
Argentina |  | Buenos Aires | Argentine peso | Spanish | South America
Armenia |  | Yerevan | Armenian dram | Armenian | Asia
Australia |  | Canberra | Australian dollar | English | Oceania
Austria |  | Vienna | euro | German | Europe
Azerbaijan |  | Baku | Azerbaijani manat | Azerbaijani | Asia
the Bahamas |  | Nassau | Bahamian dollar | English | North America
Bahrain |  | Manama | Bahraini dinar | Arabic | Asia
Bangladesh |  | Dhaka | Bangladeshi taka | Bengali | Asia
Barbados |  | Bridgetown | Barbadian dollar | English | North America
Belarus |  | Minsk | Belarusian ruble | Russian, Belarusian | Europe
Belgium |  | Brussels | euro | Dutch, French, German | Europe
Belize |  | Belmopan | Belize dollar | English | North America
Benin |  | Porto-Novo | West African CFA franc | French | Africa
Bhutan |  | Thimphu | Bhutanese ngultrum | Dzongkha | Asia
Bolivia |  | La Paz | Bolivian boliviano | Spanish, Quechua, Aymara | South America
Bosnia and Herzegovina | Bosnia | Sarajevo | Bosnian convertible mark | Bosnian, Serbian, Croatian | Europe
Botswana |  | Gaborone | Botswana pula | Tswana, English | Africa
Brazil |  | Brasilia | Brazilian real | Portuguese | South America
Brunei |  | Bandar Seri Begawan | Brunei dollar | Malay | Asia
Bulgaria |  | Sofia | Bulgarian lev | Bulgarian | Europe
Burkina Faso |  | Ouagadougou | West African CFA franc | Moore, Dyula, French | Africa
Burundi |  | Gitega | Burundian franc | Kirundi, French, English | Africa
Cambodia |  | Phnom Penh | Cambodian riel | Khmer | Asia
Cameroon |  | Yaounde | Central African CFA franc | French, English | Africa
Canada |  | Ottawa | Canadian dollar | English, French | North America
Cape Verde | Cabo Verde | Praia | Cape Verdean escudo | Portuguese | Africa
the Central African Republic |  | Bangui | Central African CFA franc | Sango, French | Africa
Chad |  | N'Djamena | Central African CFA franc | Arabic, French | Africa
Chile |  | Santiago | Chilean peso | Spanish | South America
China |  | Beijing | Chinese yuan | Mandarin Chinese | Asia
Colombia |  | Bogota | Colombian peso | Spanish | South America
the Comoros |  | Moroni | Comorian franc | Comorian, French, Arabic | Africa
Costa Rica |  | San Jose | Costa Rican colon | Spanish | North America
Croatia |  | Zagreb | euro | Croatian | Europe
Cuba |  | Havana | Cuban peso | Spanish | North America
Cyprus |  | Nicosia | euro | Greek, Turkish | Asia
the Czech Republic | Czechia | Prague | Czech koruna | Czech | Europe
the Democratic Republic of the Congo | DR Congo, DRC | Kinshasa | Congolese franc | French | Africa
Denmark |  | Copenhagen | Danish krone | Danish | Europe
Djibouti |  | Djibouti | Djiboutian franc | French, Arabic | Africa
Dominica |  | Roseau | Eastern Caribbean dollar | English | North America
the Dominican Republic |  | Santo Domingo | Dominican peso | Spanish | North America
East Timor | Timor-Leste | Dili | US dollar | Tetum, Portuguese | Asia
Ecuador |  | Quito | US dollar | Spanish | South America
Egypt |  | Cairo | Egyptian pound | Arabic | Africa
El Salvador |  | San Salvador | US dollar | Spanish | North America
Equatorial Guinea |  | Malabo | Central African CFA franc | Spanish, French, Portuguese | Africa
Eritrea |  | Asmara | Eritrean nakfa | Tigrinya, Arabic, English | Africa
Estonia |  | Tallinn | euro | Estonian | Europe
Eswatini | Swaziland | Mbabane | Swazi lilangeni | Swazi, English | Africa
Ethiopia |  | Addis Ababa | Ethiopian birr | Amharic, Oromo | Africa
Fiji |  | Suva | Fijian dollar | English, Fijian, Fiji Hindi | Oceania
Finland |  | Helsinki | euro | Finnish, Swedish | Europe
France |  | Paris | euro | French | Europe
Gabon |  | Libreville | Central African CFA franc | French | Africa
the Gambia |  | Banjul | Gambian dalasi | English | Africa
Georgia |  | Tbilisi | Georgian lari | Georgian | Asia
Germany |  | Berlin | euro | German | Europe
Ghana |  | Accra | Ghanaian cedi | English | Africa
Greece |  | Athens | euro | Greek | Europe
Grenada |  | Saint George's | Eastern Caribbean dollar | English | North America
Guatemala |  | Guatemala City | Guatemalan quetzal | Spanish | North America
Guinea |  | Conakry | Guinean franc | French | Africa
Guinea-Bissau |  | Bissau | West African CFA franc | Portuguese | Africa
Guyana |  | Georgetown | Guyanese dollar | English | South America
Haiti |  | Port-au-Prince | Haitian gourde | Haitian Creole, French | North America
Honduras |  | Tegucigalpa | Honduran lempira | Spanish | North America
Hungary |  | Budapest | Hungarian forint | Hungarian | Europe
Iceland |  | Reykjavik | Icelandic krona | Icelandic | Europe
India |  | New Delhi | Indian rupee | Hindi, English | Asia
Indonesia |  | Jakarta | Indonesian rupiah | Indonesian | Asia
Iran |  | Tehran | Iranian rial | Persian | Asia
Iraq |  | Baghdad | Iraqi dinar | Arabic, Kurdish | Asia
Ireland |  | Dublin | euro | English, Irish | Europe
Israel |  | Jerusalem | Israeli shekel | Hebrew | Asia
Italy |  | Rome | euro | Italian | Europe
Ivory Coast | Cote d'Ivoire | Yamoussoukro | West African CFA franc | French | Africa
Jamaica |  | Kingston | Jamaican dollar | English | North America
Japan |  | Tokyo | Japanese yen | Japanese | Asia
Jordan |  | Amman | Jordanian dinar | Arabic | Asia
Kazakhstan |  | Astana | Kazakhstani tenge | Kazakh, Russian | Asia
Kenya |  | Nairobi | Kenyan shilling | Swahili, English | Africa
Kiribati |  | South Tarawa | Australian dollar | Gilbertese, English | Oceania
Kosovo |  | Pristina | euro | Albanian, Serbian | Europe
Kuwait |  | Kuwait City | Kuwaiti dinar | Arabic | Asia
Kyrgyzstan |  | Bishkek | Kyrgyz som | Kyrgyz, Russian | Asia
Laos |  | Vientiane | Lao kip | Lao | Asia
Latvia |  | Riga | euro | Latvian | Europe
Lebanon |  | Beirut | Lebanese pound | Arabic | Asia
Lesotho |  | Maseru | Lesotho loti | Sotho, English | Africa
Liberia |  | Monrovia | Liberian dollar | English | Africa
Libya |  | Tripoli | Libyan dinar | Arabic | Africa
Liechtenstein |  | Vaduz | Swiss franc | German | Europe
Lithuania |  | Vilnius | euro | Lithuanian | Europe
Luxembourg |  | Luxembourg City | euro | Luxembourgish, French, German | Europe
Madagascar |  | Antananarivo | Malagasy ariary | Malagasy, French | Africa
Malawi |  | Lilongwe | Malawian kwacha | Chichewa, English | Africa
Malaysia |  | Kuala Lumpur | Malaysian ringgit | Malay | Asia
the Maldives |  | Male | Maldivian rufiyaa | Dhivehi | Asia
Mali |  | Bamako | West African CFA franc | Bambara, French | Africa
Malta |  | Valletta | euro | Maltese, English | Europe
the Marshall Islands |  | Majuro | US dollar | Marshallese, English | Oceania
Mauritania |  | Nouakchott | Mauritanian ouguiya | Arabic | Africa
Mauritius |  | Port Louis | Mauritian rupee | Mauritian Creole, French, English | Africa
Mexico |  | Mexico City | Mexican peso | Spanish | North America
Micronesia | Federated States of Micronesia | Palikir | US dollar | English | Oceania
Moldova |  | Chisinau | Moldovan leu | Romanian | Europe
Monaco |  | Monaco | euro | French | Europe
Mongolia |  | Ulaanbaatar | Mongolian tugrik | Mongolian | Asia
Montenegro |  | Podgorica | euro | Montenegrin | Europe
Morocco |  | Rabat | Moroccan dirham | Arabic, Berber | Africa
Mozambique |  | Maputo | Mozambican metical | Portuguese | Africa
Myanmar | Burma | Naypyidaw | Burmese kyat | Burmese | Asia
Namibia |  | Windhoek | Namibian dollar | English | Africa
Nauru |  | Yaren | Australian dollar | Nauruan, English | Oceania
Nepal |  | Kathmandu | Nepalese rupee | Nepali | Asia
the Netherlands | Holland | Amsterdam | euro | Dutch | Europe
New Zealand |  | Wellington | New Zealand dollar | English, Maori | Oceania
Nicaragua |  | Managua | Nicaraguan cordoba | Spanish | North America
Niger |  | Niamey | West African CFA franc | Hausa, French | Africa
Nigeria |  | Abuja | Nigerian naira | English | Africa
North Korea |  | Pyongyang | North Korean won | Korean | Asia
North Macedonia | Macedonia | Skopje | Macedonian denar | Macedonian, Albanian | Europe
Norway |  | Oslo | Norwegian krone | Norwegian | Europe
Oman |  | Muscat | Omani rial | Arabic | Asia
Pakistan |  | Islamabad | Pakistani rupee | Urdu, English | Asia
Palau |  | Ngerulmud | US dollar | Palauan, English | Oceania
Palestine |  | Ramallah | Israeli shekel | Arabic | Asia
Panama |  | Panama City | Panamanian balboa | Spanish | North America
Papua New Guinea |  | Port Moresby | Papua New Guinean kina | Tok Pisin, English, Hiri Motu | Oceania
Paraguay |  | Asuncion | Paraguayan guarani | Guarani, Spanish | South America
Peru |  | Lima | Peruvian sol | Spanish, Quechua, Aymara | South America
the Philippines |  | Manila | Philippine peso | Filipino, English | Asia
Poland |  | Warsaw | Polish zloty | Polish | Europe
Portugal |  | Lisbon | euro | Portuguese | Europe
Qatar |  | Doha | Qatari riyal | Arabic | Asia
the Republic of the Congo | Congo-Brazzaville | Brazzaville | Central African CFA franc | French | Africa
Romania |  | Bucharest | Romanian leu | Romanian | Europe
Russia |  | Moscow | Russian ruble | Russian | Europe
Rwanda |  | Kigali | Rwandan franc | Kinyarwanda, English, French | Africa
Saint Kitts and Nevis | Saint Kitts, St Kitts and Nevis | Basseterre | Eastern Caribbean dollar | English | North America
Saint Lucia | St Lucia | Castries | Eastern Caribbean dollar | English | North America
Saint Vincent and the Grenadines | Saint Vincent, St Vincent | Kingstown | Eastern Caribbean dollar | English | North America
Samoa |  | Apia | Samoan tala | Samoan, English | Oceania
San Marino |  | San Marino | euro | Italian | Europe
Sao Tome and Principe | Sao Tome | Sao Tome | Sao Tomean dobra | Portuguese | Africa
Saudi Arabia |  | Riyadh | Saudi riyal | Arabic | Asia
Senegal |  | Dakar | West African CFA franc | French | Africa
Serbia |  | Belgrade | Serbian dinar | Serbian | Europe
the Seychelles |  | Victoria | Seychellois rupee | Seychellois Creole, English, French | Africa
Sierra Leone |  | Freetown | Sierra Leonean leone | English | Africa
Singapore |  | Singapore | Singapore dollar | English, Mandarin Chinese, Malay | Asia
Slovakia |  | Bratislava | euro | Slovak | Europe
Slovenia |  | Ljubljana | euro | Slovene | Europe
the Solomon Islands |  | Honiara | Solomon Islands dollar | English | Oceania
Somalia |  | Mogadishu | Somali shilling | Somali, Arabic | Africa
South Africa |  | Pretoria | South African rand | Zulu, Xhosa, English | Africa
South Korea | Korea | Seoul | South Korean won | Korean | Asia
South Sudan |  | Juba | South Sudanese pound | English | Africa
Spain |  | Madrid | euro | Spanish | Europe
Sri Lanka |  | Sri Jayawardenepura Kotte | Sri Lankan rupee | Sinhala, Tamil | Asia
Sudan |  | Khartoum | Sudanese pound | Arabic, English | Africa
Suriname |  | Paramaribo | Surinamese dollar | Dutch | South America
Sweden |  | Stockholm | Swedish krona | Swedish | Europe
Switzerland |  | Bern | Swiss franc | German, French, Italian | Europe
Syria |  | Damascus | Syrian pound | Arabic | Asia
Taiwan |  | Taipei | New Taiwan dollar | Mandarin Chinese | Asia
Tajikistan |  | Dushanbe | Tajikistani somoni | Tajik | Asia
Tanzania |  | Dodoma | Tanzanian shilling | Swahili, English | Africa
Thailand |  | Bangkok | Thai baht | Thai | Asia
Togo |  | Lome | West African CFA franc | French | Africa
Tonga |  | Nuku'alofa | Tongan pa'anga | Tongan, English | Oceania
Trinidad and Tobago | Trinidad | Port of Spain | Trinidad and Tobago dollar | English | North America
Tunisia |  | Tunis | Tunisian dinar | Arabic | Africa
Turkey | Turkiye | Ankara | Turkish lira | Turkish | Asia
Turkmenistan |  | Ashgabat | Turkmenistani manat | Turkmen | Asia
Tuvalu |  | Funafuti | Australian dollar | Tuvaluan, English | Oceania
Uganda |  | Kampala | Ugandan shilling | English, Swahili | Africa
Ukraine |  | Kyiv | Ukrainian hryvnia | Ukrainian | Europe
the United Arab Emirates | UAE, Emirates | Abu Dhabi | UAE dirham | Arabic | Asia
the United Kingdom | UK, Britain, Great Britain | London | British pound | English | Europe
the United States | USA, US, America, United States of America | Washington | US dollar | English | North America
Uruguay |  | Montevideo | Uruguayan peso | Spanish | South America
Uzbekistan |  | Tashkent | Uzbek som | Uzbek | Asia
Vanuatu |  | Port Vila | Vanuatu vatu | Bislama, English, French | Oceania
Vatican City | Vatican | Vatican City | euro | Italian, Latin | Europe
Venezuela |  | Caracas | Venezuelan bolivar | Spanish | South America
Vietnam |  | Hanoi | Vietnamese dong | Vietnamese | Asia
Yemen |  | Sanaa | Yemeni rial | Arabic | Asia
Zambia |  | Lusaka | Zambian kwacha | English | Africa
Zimbabwe |  | Harare | Zimbabwean dollar | Shona, Ndebele, English | Africa
`;

export const countries: readonly Country[] = table
  .trim()
  .split("\n")
  .map((row) => {
    const [fullName = "", others = "", capital = "", currency = "", languages = "", continent = ""] =
      row.split(" | ");
    const list = (text: string): string[] => text.split(", ").filter((item) => item !== "");
    return {
      name: fullName.replace(/^the /, ""),
      article: fullName.startsWith("the ") ? "the" : undefined,
      aliases: list(others),
      capital,
      currency,
      languages: list(languages),
      continent: continent as Continent,
    };
  });
