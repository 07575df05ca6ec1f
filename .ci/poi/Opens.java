import java.io.File;
import java.util.Objects;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.CellValue;
import org.apache.poi.ss.usermodel.FormulaEvaluator;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** Opens workbooks and Word papers with Apache POI; every formula of a workbook must come to the value that is stored beside it. */
public class Opens {
    static int books, papers, formulas, bad;

    public static void main(String[] paths) {
        for (String path : paths) {
            try (OPCPackage file = OPCPackage.open(new File(path), PackageAccess.READ)) {
                if (path.endsWith(".docx")) paper(path, file);
                else book(path, file);
            } catch (Exception e) {
                complain(path, e.toString());
            }
        }
        System.out.printf("Apache POI opened %d workbooks and %d Word papers, %d formulas computed, %d complaints%n", books, papers, formulas, bad);
        System.exit(bad == 0 && books > 0 && papers > 0 && formulas > 0 ? 0 : 1);
    }

    static void complain(String where, String what) {
        if (bad++ < 10) System.out.println(where + ": " + what);
    }

    static void paper(String path, OPCPackage file) throws Exception {
        XWPFDocument document = new XWPFDocument(file);
        papers++;
        if (document.getTables().isEmpty() || document.getTables().get(0).getText().isBlank()) complain(path, "no table with text");
    }

    static void book(String path, OPCPackage file) throws Exception {
        XSSFWorkbook book = new XSSFWorkbook(file);
        books++;
        FormulaEvaluator evaluator = book.getCreationHelper().createFormulaEvaluator();
        for (Sheet sheet : book) {
            sheet.getCellComments().forEach((at, comment) -> {
                if (comment.getString().getString().isBlank()) complain(path + " " + sheet.getSheetName() + "!" + at, "an empty comment");
            });
            for (Row row : sheet) for (Cell cell : row) if (cell.getCellType() == CellType.FORMULA) formula(path, cell, evaluator);
        }
    }

    static void formula(String path, Cell cell, FormulaEvaluator evaluator) {
        formulas++;
        String where = path + " " + cell.getSheet().getSheetName() + "!" + cell.getAddress() + " =" + cell.getCellFormula();
        CellValue computed;
        try {
            computed = evaluator.evaluate(cell);
        } catch (RuntimeException e) {
            complain(where, e.toString());
            return;
        }
        switch (cell.getCachedFormulaResultType()) {
            case NUMERIC -> {
                double stored = cell.getNumericCellValue();
                if (computed.getCellType() != CellType.NUMERIC || Math.abs(computed.getNumberValue() - stored) > 1e-9 * Math.max(1, Math.abs(stored))) complain(where, computed + " is not the stored " + stored);
            }
            case STRING -> {
                if (!Objects.equals(computed.getStringValue(), cell.getStringCellValue())) complain(where, computed + " is not the stored " + cell.getStringCellValue());
            }
            default -> {
                if (computed.getCellType() != cell.getCachedFormulaResultType()) complain(where, computed + " is not the stored " + cell.getCachedFormulaResultType());
            }
        }
    }
}
