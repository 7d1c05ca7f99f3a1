// Runs veraPDF over files: java -cp … Check.java ua1,2a FILE.pdf …; says what is wrong with each, and exits 1 if any is.

import java.io.FileInputStream;
import java.io.InputStream;
import java.util.TreeMap;
import java.util.logging.LogManager;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;

public class Check {
    public static void main(String[] given) throws Exception {
        LogManager.getLogManager().reset();
        VeraGreenfieldFoundryProvider.initialise();
        boolean good = given.length > 1;
        for (String name : given[0].split(",")) {
            ValidationProfile profile = profile(name);
            for (int at = 1; at < given.length; at++) {
                if (name.startsWith("ua") || !given[at].endsWith("locked.pdf")) // PDF/A forbids passwords
                    good &= told(name, given[at], check(given[at], PDFAFlavour.byFlavourId(name), profile));
            }
        }
        System.exit(good ? 0 : 1);
    }

    static ValidationProfile profile(String name) throws Exception {
        String file = name.startsWith("ua") ? "PDFUA-" + name.substring(2) : "PDFA-" + name.toUpperCase();
        String place = "org/verapdf/pdfa/validation/" + file + ".xml";
        try (InputStream stream = Check.class.getClassLoader().getResourceAsStream(place)) {
            return Profiles.profileFromXml(stream);
        }
    }

    static ValidationResult check(String file, PDFAFlavour flavour, ValidationProfile profile) throws Exception {
        try (InputStream stream = new FileInputStream(file);
             PDFAParser parser = Foundries.defaultInstance().createParser(stream, flavour);
             PDFAValidator validator = Foundries.defaultInstance().createValidator(profile, false)) {
            return validator.validate(parser);
        }
    }

    static boolean told(String name, String file, ValidationResult result) {
        System.out.println((result.isCompliant() ? "good " : "BAD  ") + name + " " + file + " ("
            + result.getTotalAssertions() + " assertions)");
        TreeMap<String, String> wrong = new TreeMap<>();
        for (TestAssertion one : result.getTestAssertions()) {
            if (one.getStatus() == TestAssertion.Status.FAILED) {
                String rule = one.getRuleId().getClause() + "-" + one.getRuleId().getTestNumber();
                wrong.putIfAbsent(rule, one.getMessage().replaceAll("\\s+", " ") + " at " + one.getLocation().getContext());
            }
        }
        wrong.forEach((rule, message) -> System.out.println("     " + rule + ": " + message));
        return result.isCompliant();
    }
}
