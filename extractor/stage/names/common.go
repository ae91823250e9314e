package names

// commonAcronym reports whether a word in capitals stands for a common noun, so that alone it is no name.
func commonAcronym(w string) bool {
	switch w {
	case "MP", "MPs", "MLA", "MLAs", "MEP", "MEPs", "PM", "CM", "CEO", "CEOs", "CFO", "COO", "CTO", "VP", "SVP", "EVP", "DJ", "GP", "VIP", "VIPs", "HRH",
		"NGO", "NGOs", "SME", "SMEs", "MSME", "MSMEs", "IPO", "IPOs", "PPP", "PPPs", "JV", "NPL", "NPLs", "GDP", "GNP", "FDI", "FX", "VAT", "ATM", "ATMs",
		"NFT", "NFTs", "MoU", "MoUs", "MOU", "MOUs", "RFP", "RFPs", "FAQ", "FAQs", "FIR", "FIRs", "PIL", "PILs", "HR", "PR", "QR",
		"AI", "IT", "ICT", "TV", "CCTV", "SMS", "GPS", "LED", "LCD", "DVD", "DVDs", "CD", "CDs", "VHS", "USB", "PDF", "URL", "URLs", "VPN", "API", "SEO", "PCs", "SIM", "RPG", "RPGs",
		"DNA", "RNA", "HIV", "AIDS", "TB", "PCR", "ICU", "PPE", "PTSD", "ADHD", "MRI", "IVF", "CPR", "STD", "STDs", "SUV", "SUVs", "UAV", "UAVs", "IED", "IEDs", "WMD", "POW", "POWs", "LNG", "LPG", "EV", "EVs",
		"LGBT", "LGBTQ", "LGBTQ+", "LGBTI", "LGBTQI", "UFO", "UFOs", "ID", "IDs", "OK", "SOS", "DIY", "BBQ", "MBA", "PhD", "PhDs", "CV", "Q&A", "P.S.",
		"AM", "GMT", "UTC", "EDT", "PST", "PDT", "BST", "CET", "BCE", "YoY", "FYI", "ASAP", "LOL", "OMG", "BTW", "AKA", "RSVP", "WTF", "OMFG", "LMAO":
		return true
	}
	return false
}
