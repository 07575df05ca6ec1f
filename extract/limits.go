package extract

import "time"

// Budgets of reading inputs. A breach is said, never passed over.
const (
	maxFileBytes      = 512 << 20        // an annex of scanned forms has some 200 MB
	maxStreamBytes    = 256 << 20        // standard input and pipes are held in memory
	maxFolderDepth    = 64               // of nested folders
	maxInputs         = 500000           // files of all inputs together
	maxDirectoryBytes = 32 << 20         // of a zip's central directory: some 300 000 files
	maxZipEntries     = 50000            // files of one zip
	maxZipDepth       = 2                // a zip inside a zip is opened, one inside that is not
	maxEntryBytes     = 128 << 20        // unpacked size of one file in a zip, held in memory while it is read
	maxZipUnpacked    = 2 << 30          // of all files of one zip together: a bomb ends here
	maxHeldAttached   = 16 << 20         // files attached to a PDF that were passed before they were asked for
	maxLinks          = 40               // inside an archive, one leading to the next
	maxHeldBytes      = 64 << 20         // files of an archive that were passed before they were asked for
	maxDuration       = 60 * time.Second // for one file; the slowest real annex takes a few seconds
	maxScanDuration   = 60 * time.Minute // the same where scanned pages are recognised: a page takes up to a minute
	heldBytes         = 8 << 20          // a file up to this size is held in memory while it is read; most have less than 1 MB
	sniffBytes        = 4096             // what decides the kind of a file
	pdfHeaderWithin   = 1024             // bytes before the PDF header that readers of PDF accept
)
